import { html, nothing, render } from 'lit-html';
import { cache } from 'lit-html/directives/cache.js';
import { clockButton, clockMenu } from './parts/clock-menu.mjs';
import { followingTheLog } from './parts/bubble-log.mjs';
import { showNotice } from './parts/notice.mjs';
import { drawWith, redraw } from './redraw.mjs';
import { currentRoute, onRoute } from './route.mjs';
import { sandbox } from './sandbox-api.mjs';
import { settleRoving, startRoving } from './roving.mjs';
import { followClock } from './sandbox-time.mjs';
import { followState } from './state.mjs';
import { accountView } from './views/account.mjs';
import { campaignsView } from './views/campaigns.mjs';
import { faultsView } from './views/faults.mjs';
import { listsView } from './views/lists.mjs';
import { phonesView } from './views/phones.mjs';
import { requestsView } from './views/requests.mjs';
import { voiceView } from './views/voice.mjs';
import { webhooksView } from './views/webhooks.mjs';
import { count } from './wording.mjs';

/** @typedef {import('./state.mjs').State} State */

/**
 * @typedef {object} View one section of the page
 * @property {string} id its name in the address, `#/<id>`
 * @property {string} title
 * @property {(state: State, detail: string) => unknown} draw shows a state; `detail` is the rest of the address
 * @property {(state: State) => number} [badge] what waits for a look, 0 = nothing
 */

/** @type {readonly [View, ...View[]]} */
const views = [
	phonesView,
	campaignsView,
	webhooksView,
	requestsView,
	faultsView,
	listsView,
	voiceView,
	accountView,
];

/** @param {string} id @returns {HTMLElement} */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {State | null} */
let state = null;

/** @param {View} view @param {boolean} isOpen */
function tab(view, isOpen) {
	const waiting = (state && view.badge?.(state)) ?? 0;
	return html`<a href="#/${view.id}" class="tab" aria-current=${isOpen ? 'page' : nothing}
		>${view.title}${waiting === 0
			? nothing
			: html`<span class="badge">${waiting > 99 ? '99+' : waiting}</span>`}</a
	>`;
}

/** What the reader was at may move with its row, and is not to be lost by that. @param {() => void} draws */
function keepingTheFocus(draws) {
	const before = document.activeElement;
	draws();
	if (before instanceof HTMLElement && before.isConnected && document.activeElement !== before) {
		before.focus({ preventScroll: true });
	}
}

function drawClock() {
	if (state === null) return;
	render(clockButton(state), byId('clock'));
	render(clockMenu(state), byId('clock-menu'));
}

function draw() {
	const { id, detail } = currentRoute();
	const open = views.find((view) => view.id === id) ?? views[0];
	document.title = `${open.title} · AllMySMS sandbox`;
	const shown = state;
	if (shown !== null) {
		// Each view keeps its opened rows and what was typed while another one is read.
		keepingTheFocus(() =>
			followingTheLog(() => render(cache(open.draw(shown, detail)), byId('view'))),
		);
		settleRoving();
		drawClock();
		byId('credits').textContent = count(shown.account.credits ?? 0, 'credit');
	}
	// After the view: who looks at a phone has read it.
	const tabs = views.map((view) => tab(view, view === open));
	render(tabs, byId('tabs'));
}

drawWith(draw);
onRoute(() => {
	redraw();
	window.scrollTo(0, 0);
});

const live = followState(
	(next) => {
		state = next;
		followClock(next.clock);
		redraw();
	},
	(connected) => {
		byId('connection').textContent = connected ? 'Live' : 'Not connected';
		byId('connection').dataset.live = connected ? 'yes' : 'no';
	},
);

const dialog = /** @type {HTMLDialogElement} */ (byId('reset-dialog'));
byId('reset').addEventListener('click', () => {
	dialog.returnValue = 'cancel';
	dialog.showModal();
});
dialog.addEventListener('close', () => {
	if (dialog.returnValue === 'reset') void reset();
});

startRoving();
setInterval(drawClock, 1_000);

async function reset() {
	try {
		await sandbox.reset();
		await live.readNow();
		showNotice('The sandbox is as new');
	} catch (error) {
		showNotice(error, 'bad');
	}
}

redraw();
