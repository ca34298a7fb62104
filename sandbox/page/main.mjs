import { element, setAttribute, setText } from './element.mjs';
import { showNotice } from './parts/notice.mjs';
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

/**
 * @typedef {object} View one section of the page
 * @property {string} id its name in the address, `#/<id>`
 * @property {string} title
 * @property {HTMLElement} node
 * @property {(state: import('./state.mjs').State, detail: string) => void} update shows a state; `detail` is
 *   the rest of the address
 * @property {(state: import('./state.mjs').State) => number} [badge] what waits for a look, 0 = nothing
 */

/** @type {readonly [View, ...View[]]} */
const views = [
	phonesView(),
	campaignsView(),
	webhooksView(),
	requestsView(),
	faultsView(),
	listsView(),
	voiceView(),
	accountView(),
];

/** @param {string} id @returns {HTMLElement} */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

const tabs = views.map((view) => {
	const badge = element('span', { class: 'badge', hidden: true });
	const link = element('a', { href: `#/${view.id}`, class: 'tab' }, view.title, badge);
	return { view, link, badge };
});
byId('tabs').append(...tabs.map((tab) => tab.link));

/** @type {import('./state.mjs').State | null} */
let state = null;

function show() {
	const { id, detail } = currentRoute();
	const view = views.find((candidate) => candidate.id === id) ?? views[0];
	const main = byId('view');
	if (main.firstElementChild !== view.node) main.replaceChildren(view.node);
	for (const tab of tabs) {
		setAttribute(tab.link, 'aria-current', tab.view === view ? 'page' : null);
	}
	document.title = `${view.title} · AllMySMS sandbox`;
	if (state === null) return;
	view.update(state, detail);
	for (const { view: of, badge } of tabs) {
		const waiting = of.badge?.(state) ?? 0;
		setAttribute(badge, 'hidden', waiting === 0);
		setText(badge, waiting > 99 ? '99+' : waiting);
	}
	setText(byId('credits'), `${Number(state.account.credits ?? 0).toLocaleString()} credits`);
}

onRoute(() => {
	show();
	window.scrollTo(0, 0);
});

const live = followState(
	(next) => {
		state = next;
		show();
	},
	(connected) => {
		setText(byId('connection'), connected ? 'Live' : 'Not connected');
		setAttribute(byId('connection'), 'data-live', connected ? 'yes' : 'no');
	},
);

const dialog = /** @type {HTMLDialogElement} */ (byId('reset-dialog'));
byId('reset').addEventListener('click', () => {
	dialog.returnValue = 'cancel';
	dialog.showModal();
});
const resetSandbox = async () => {
	try {
		await sandbox.reset();
		await live.readNow();
		showNotice('The sandbox is as new');
	} catch (error) {
		showNotice(error, 'bad');
	}
};

dialog.addEventListener('close', () => {
	if (dialog.returnValue === 'reset') void resetSandbox();
});

show();
