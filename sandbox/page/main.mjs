import { html, nothing, render } from 'lit-html';
import { cache } from 'lit-html/directives/cache.js';
import { followingTheLog } from './parts/bubble-log.mjs';
import { showNotice } from './parts/notice.mjs';
import { drawWith, redraw } from './redraw.mjs';
import { currentRoute, onRoute } from './route.mjs';
import { sandbox } from './sandbox-api.mjs';
import { followState } from './state.mjs';
import { accountView } from './views/account.mjs';
import { campaignsView } from './views/campaigns.mjs';
import { faultsView } from './views/faults.mjs';
import { listsView } from './views/lists.mjs';
import { phonesView } from './views/phones.mjs';
import { requestsView } from './views/requests.mjs';
import { voiceView } from './views/voice.mjs';
import { webhooksView } from './views/webhooks.mjs';

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

function draw() {
	const { id, detail } = currentRoute();
	const open = views.find((view) => view.id === id) ?? views[0];
	document.title = `${open.title} · AllMySMS sandbox`;
	const shown = state;
	if (shown !== null) {
		// Each view keeps its opened rows and what was typed while another one is read.
		followingTheLog(() => render(cache(open.draw(shown, detail)), byId('view')));
		byId('credits').textContent = `${Number(shown.account.credits ?? 0).toLocaleString()} credits`;
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
