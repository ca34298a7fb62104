import { html } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { campaignCard } from '../parts/campaign-card.mjs';
import { pageSection } from '../parts/page-section.mjs';
import { showMore } from '../parts/show-more.mjs';

/** Cards in the document at first, and per press on "Show more". */
const more = showMore(40);

/** Every campaign, newest first, with how far its receipts are. @type {import('../main.mjs').View} */
export const campaignsView = {
	id: 'campaigns',
	title: 'Campaigns',
	draw: ({ campaigns }) => html`
		<div class="page">
			${pageSection(
				'Campaigns',
				'Each request that sends SMS makes one campaign.',
				campaigns.length === 0
					? html`<p class="card empty-line">No campaign yet</p>`
					: html`<ul class="campaign-cards" aria-label="Campaigns">
								${repeat(
									more.cut([...campaigns].reverse()),
									({ campaignId }) => campaignId,
									campaignCard,
								)}
							</ul>
							${more.button(campaigns.length)}`,
			)}
		</div>
	`,
};
