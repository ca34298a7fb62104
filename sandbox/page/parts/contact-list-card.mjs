import { element, icon, setAttribute, setText } from '../element.mjs';
import { renderRows } from '../keyed-list.mjs';
import { count } from '../wording.mjs';

/** @typedef {import('../state.mjs').State['lists'][number]} ContactList */

/** Contacts in the document: a list may hold many thousands. */
const shownContacts = 100;

/** One contact list: its name, how many contacts it has, whether it is locked, and the contacts. */
export const contactListCard = {
	/** @param {ContactList} list */
	create: (list) =>
		element(
			'li',
			{ class: 'card list-card' },
			element(
				'details',
				{},
				element(
					'summary',
					{},
					element('span', { class: 'list-name', dir: 'auto' }, list.listName),
					element('span', { class: 'tag lock', hidden: true }, icon('lock'), 'Locked'),
					element('span', { class: 'faint contact-count' }),
				),
				element('ul', { class: 'contacts', 'aria-label': `Contacts of ${list.listName}` }),
				element('p', { class: 'faint rest', hidden: true }),
			),
		),

	/** @param {HTMLElement} card @param {ContactList} list */
	update(card, { contacts, locked }) {
		const hidden = contacts.length - shownContacts;
		setText(part(card, '.contact-count'), count(contacts.length, 'contact'));
		setAttribute(part(card, '.lock'), 'hidden', !locked);
		renderRows(
			part(card, '.contacts'),
			contacts.slice(0, shownContacts).map((contact, index) => ({ contact, index })),
			{
				key: ({ index }) => String(index),
				create: () => element('li', { dir: 'auto' }),
				update: (row, { contact }) => setText(row, contactLine(contact)),
			},
		);
		setAttribute(part(card, '.rest'), 'hidden', hidden <= 0);
		setText(part(card, '.rest'), `and ${count(Math.max(hidden, 0), 'more contact')}`);
	},
};

/** @param {Record<string, unknown>} contact */
const contactLine = (contact) =>
	Object.values(contact)
		.filter((value) => value !== '' && value !== null && value !== undefined)
		.join(' · ');

/** @param {HTMLElement} card @param {string} selector */
const part = (card, selector) => /** @type {HTMLElement} */ (card.querySelector(selector));
