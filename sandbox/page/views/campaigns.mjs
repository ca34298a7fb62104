import { element, setAttribute } from '../element.mjs';
import { renderRows } from '../keyed-list.mjs';
import { campaignCard } from '../parts/campaign-card.mjs';
import { pageSection } from '../parts/page-section.mjs';
import { showMore } from '../parts/show-more.mjs';

/** Cards in the document at first, and per press on "Show more". */
const step = 40;

/** Every campaign, newest first, with how far its receipts are. */
export function campaignsView() {
	/** @type {readonly import('../state.mjs').Campaign[]} */
	let campaigns = [];
	const more = showMore(step, draw);
	const cards = element('ul', { class: 'campaign-cards', 'aria-label': 'Campaigns' });
	const empty = element('p', { class: 'card empty-line', hidden: true }, 'No campaign yet');
	const node = element(
		'div',
		{ class: 'page' },
		pageSection(
			'Campaigns',
			'Each request that sends SMS makes one campaign.',
			cards,
			empty,
			more.button,
		),
	);

	function draw() {
		renderRows(cards, more.cut([...campaigns].reverse()), {
			key: ({ campaignId }) => campaignId,
			...campaignCard,
		});
		setAttribute(empty, 'hidden', campaigns.length > 0);
	}

	return {
		id: 'campaigns',
		title: 'Campaigns',
		node,
		/** @param {import('../state.mjs').State} state */
		update(state) {
			campaigns = state.campaigns;
			draw();
		},
	};
}
