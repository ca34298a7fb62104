import { element, setAttribute } from '../element.mjs';
import { renderRows } from '../keyed-list.mjs';
import { pageSection } from '../parts/page-section.mjs';
import { pushRow } from '../parts/push-row.mjs';
import { showMore } from '../parts/show-more.mjs';
import { webhookForm } from '../parts/webhook-form.mjs';

/** Pushes in the document at first, and per press on "Show more". */
const step = 60;

/** Where receipts and replies go, and every push with the answers it got. */
export function webhooksView() {
	/** @type {readonly import('../state.mjs').Push[]} */
	let pushes = [];
	const more = showMore(step, draw);
	const form = webhookForm();
	const rows = element('ol', { class: 'push-rows', 'aria-label': 'Pushes' });
	const empty = element('p', { class: 'empty-line', hidden: true }, 'Nothing was pushed yet');
	const node = element(
		'div',
		{ class: 'page' },
		pageSection(
			'Webhook addresses',
			'In the real client area they are set by hand too. Copy the URL of the AllMySMS Trigger in n8n.',
			form.node,
		),
		pageSection(
			'Pushes',
			'Newest first. Open one to see what was sent and every attempt.',
			element('div', { class: 'card' }, rows, empty, more.button),
		),
	);

	function draw() {
		renderRows(rows, more.cut([...pushes].reverse()), { key: ({ id }) => id, ...pushRow });
		setAttribute(empty, 'hidden', pushes.length > 0);
	}

	return {
		id: 'webhooks',
		title: 'Webhooks',
		node,
		/** @param {import('../state.mjs').State} state */
		update(state) {
			pushes = state.pushes;
			form.update(state.webhooks);
			draw();
		},
	};
}
