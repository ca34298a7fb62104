import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { pageSection } from '../parts/page-section.mjs';
import { pushRow } from '../parts/push-row.mjs';
import { showMore } from '../parts/show-more.mjs';
import { zoneName } from '../sandbox-time.mjs';
import { webhookForm } from '../parts/webhook-form.mjs';

/** Pushes in the document at first, and per press on "Show more". */
const more = showMore(60);

/** Where receipts and replies go, and every push with the answers it got. @type {import('../main.mjs').View} */
export const webhooksView = {
	id: 'webhooks',
	title: 'Webhooks',
	draw: ({ webhooks, pushes }) => html`
		<div class="page">
			${pageSection(
				'Webhook addresses',
				'In the real client area they are set by hand too. Copy the URL of the AllMySMS Trigger in n8n.',
				webhookForm(webhooks),
			)}
			${pageSection(
				'Pushes',
				`Newest first, in ${zoneName}. Open one to see what was sent and every attempt.`,
				html`<div class="card">
					<ol class="push-rows" aria-label="Pushes" data-roving="summary">
						${repeat(more.cut([...pushes].reverse()), ({ id }) => id, pushRow)}
					</ol>
					${pushes.length > 0 ? nothing : html`<p class="empty-line">Nothing was pushed yet</p>`}
					${more.button(pushes.length)}
				</div>`,
			)}
		</div>
	`,
};
