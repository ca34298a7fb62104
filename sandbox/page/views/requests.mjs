import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { pageSection } from '../parts/page-section.mjs';
import { requestRow } from '../parts/request-row.mjs';
import { zoneName } from '../sandbox-time.mjs';
import { showMore } from '../parts/show-more.mjs';

/** Requests in the document at first, and per press on "Show more". */
const more = showMore(50);

/** What clients asked of the API, as it was received. @type {import('../main.mjs').View} */
export const requestsView = {
	id: 'requests',
	title: 'Requests',
	draw: ({ requests }) => html`
		<div class="page">
			${pageSection(
				'API requests',
				`Newest first, in ${zoneName}, with keys masked. Open one to see what was received.`,
				html`<div class="card">
					<ol class="request-rows" aria-label="API requests" data-roving="summary">
						${repeat(more.cut([...requests].reverse()), ({ id }) => id, requestRow)}
					</ol>
					${requests.length > 0 ? nothing : html`<p class="empty-line">No request yet</p>`}
					${more.button(requests.length)}
				</div>`,
			)}
		</div>
	`,
};
