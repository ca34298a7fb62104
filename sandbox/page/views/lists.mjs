import { element, setAttribute } from '../element.mjs';
import { renderRows } from '../keyed-list.mjs';
import { contactListCard } from '../parts/contact-list-card.mjs';
import { pageSection } from '../parts/page-section.mjs';

/** The contact lists with their contacts. */
export function listsView() {
	const cards = element('ul', { class: 'list-cards', 'aria-label': 'Contact lists' });
	const empty = element('p', { class: 'card empty-line', hidden: true }, 'No contact list yet');
	const node = element(
		'div',
		{ class: 'page' },
		pageSection('Contact lists', 'Made and filled through the API.', cards, empty),
	);

	return {
		id: 'lists',
		title: 'Lists',
		node,
		/** @param {import('../state.mjs').State} state */
		update({ lists }) {
			renderRows(cards, lists, {
				key: ({ account, listName }) => `${account} ${listName}`,
				...contactListCard,
			});
			setAttribute(empty, 'hidden', lists.length > 0);
		},
	};
}
