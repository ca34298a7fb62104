import { element, setAttribute } from '../element.mjs';
import { renderRows } from '../keyed-list.mjs';
import { pageSection } from '../parts/page-section.mjs';
import { requestRow } from '../parts/request-row.mjs';
import { showMore } from '../parts/show-more.mjs';

/** Requests in the document at first, and per press on "Show more". */
const step = 50;

/** What clients asked of the API, as it was received. */
export function requestsView() {
	/** @type {readonly import('../state.mjs').ApiRequest[]} */
	let requests = [];
	const more = showMore(step, draw);
	const rows = element('ol', { class: 'request-rows', 'aria-label': 'API requests' });
	const empty = element('p', { class: 'empty-line', hidden: true }, 'No request yet');
	const node = element(
		'div',
		{ class: 'page' },
		pageSection(
			'API requests',
			'Newest first, with keys masked. Open one to see what was received.',
			element('div', { class: 'card' }, rows, empty, more.button),
		),
	);

	function draw() {
		renderRows(rows, more.cut([...requests].reverse()), {
			key: (request) => String(request.id),
			...requestRow,
		});
		setAttribute(empty, 'hidden', requests.length > 0);
	}

	return {
		id: 'requests',
		title: 'Requests',
		node,
		/** @param {import('../state.mjs').State} state */
		update(state) {
			requests = state.requests;
			draw();
		},
	};
}
