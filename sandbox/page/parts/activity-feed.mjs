import { element, setAttribute } from '../element.mjs';
import { renderRows } from '../keyed-list.mjs';
import { pushRow } from './push-row.mjs';

/** Rows of the feed: a glance, the whole list is under Webhooks. */
const length = 40;

/** The newest pushes to n8n with their answers, beside the conversation. */
export function activityFeed() {
	const rows = element('ol', { class: 'push-rows', 'aria-label': 'Latest pushes' });
	const empty = element(
		'p',
		{ class: 'empty-line', hidden: true },
		'Receipts and replies that go to n8n appear here with the answer they got. Set the addresses under ',
		element('a', { href: '#/webhooks' }, 'Webhooks'),
		'.',
	);
	const node = element(
		'aside',
		{ class: 'activity', 'aria-label': 'Pushes to n8n' },
		element('h2', {}, 'Pushed to n8n'),
		element('div', { class: 'scroll' }, rows, empty),
	);

	return {
		node,
		/** @param {import('../state.mjs').State} state */
		update(state) {
			const newest = state.pushes.slice(-length).reverse();
			renderRows(rows, newest, { key: ({ id }) => id, ...pushRow });
			setAttribute(empty, 'hidden', newest.length > 0);
		},
	};
}
