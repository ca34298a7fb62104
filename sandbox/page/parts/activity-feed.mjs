import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { pushRow } from './push-row.mjs';

/** Rows of the feed: a glance, the whole list is under Webhooks. */
const length = 40;

/** The newest pushes to n8n with their answers, beside the conversation. @param {readonly import('../state.mjs').Push[]} pushes */
export const activityFeed = (pushes) => html`
	<aside class="activity" aria-label="Pushes to n8n">
		<h2>Pushed to n8n</h2>
		<div class="scroll">
			<ol class="push-rows" aria-label="Latest pushes" data-roving="summary">
				${repeat(pushes.slice(-length).reverse(), ({ id }) => id, pushRow)}
			</ol>
			${pushes.length > 0
				? nothing
				: html`<p class="empty-line">
						Receipts and replies that go to n8n appear here with the answer they got. Set the
						addresses under <a href="#/webhooks">Webhooks</a>.
					</p>`}
		</div>
	</aside>
`;
