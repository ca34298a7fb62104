import { element, icon, setAttribute, setText } from '../element.mjs';
import { renderRows } from '../keyed-list.mjs';
import { markRead, unread } from '../read-marks.mjs';
import { count } from '../wording.mjs';
import { phoneRow } from './phone-row.mjs';
import { newPhoneForm } from './new-phone-form.mjs';
import { showMore } from './show-more.mjs';

/** @typedef {import('../state.mjs').Phone} Phone */

/** Rows in the document at first, and per press on "Show more". */
const step = 60;

/** Every phone that got or sent an SMS, newest first, with search by number or text. */
export function phoneList() {
	/** @type {{ phones: readonly Phone[], open: string }} */
	let shown = { phones: [], open: '' };
	const more = showMore(step, draw);
	const search = element('input', {
		type: 'search',
		placeholder: 'Search number or text',
		'aria-label': 'Search phones',
		autocomplete: 'off',
		oninput: () => {
			more.restart();
			draw();
		},
	});
	const total = element('span', { class: 'faint' });
	const markAll = element(
		'button',
		{
			type: 'button',
			class: 'link-button',
			onclick: () => {
				markRead(shown.phones);
				dispatchEvent(new HashChangeEvent('hashchange'));
			},
		},
		'Mark all read',
	);
	const rows = element('ul', { class: 'phone-rows', 'aria-label': 'Phones' });
	const empty = element('p', { class: 'empty-line', hidden: true });
	const node = element(
		'section',
		{ class: 'phone-list', 'aria-label': 'Phone list' },
		element('div', { class: 'search-field' }, icon('search'), search),
		element('div', { class: 'list-head' }, total, markAll),
		element('div', { class: 'scroll' }, rows, empty, more.button),
		newPhoneForm(),
	);

	function draw() {
		const found = shown.phones.filter(matching(search.value)).sort(newestFirst);
		renderRows(rows, more.cut(found), {
			key: (phone) => phone.phoneNumber,
			create: (phone) => phoneRow.create(phone),
			update: (row, phone) => phoneRow.update(row, phone, phone.phoneNumber === shown.open),
		});
		setText(total, count(found.length, 'phone'));
		setAttribute(markAll, 'hidden', !shown.phones.some((phone) => unread(phone) > 0));
		setAttribute(empty, 'hidden', found.length > 0);
		setText(empty, search.value === '' ? 'No SMS yet' : 'No phone has this number or text');
	}

	return {
		node,
		/** @param {import('../state.mjs').State} state @param {string} open */
		update(state, open) {
			shown = { phones: state.phones, open };
			draw();
		},
	};
}

/**
 * Numbers match as people type them (`06 12`, `+336 12`, `612`), everything else is looked for in the texts.
 *
 * @param {string} query
 * @returns {(phone: Phone) => boolean}
 */
function matching(query) {
	const wanted = query.trim().toLocaleLowerCase();
	if (wanted === '') return () => true;
	const digits = /^[\d\s+().-]+$/.test(wanted) ? wanted.replace(/\D/g, '').replace(/^0+/, '') : '';
	return (phone) =>
		(digits !== '' && phone.phoneNumber.includes(digits)) ||
		phone.conversation.some(({ text }) => text.toLocaleLowerCase().includes(wanted));
}

/** @param {Phone} first @param {Phone} second */
function newestFirst(first, second) {
	const [one, other] = [latest(first), latest(second)];
	return one === other ? 0 : one < other ? 1 : -1;
}

/** @param {Phone} phone */
const latest = (phone) => phone.conversation.at(-1)?.at ?? '';
