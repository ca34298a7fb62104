import { html } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { sandbox } from '../sandbox-api.mjs';
import { formField } from './form-field.mjs';
import { showNotice } from './notice.mjs';

/** @typedef {import('../state.mjs').Webhooks} Webhooks */

/** What a person typed and did not save yet. @type {Partial<Webhooks>} */
let draft = {};

/** @param {Event} event */
function note(event) {
	const { name, value } = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
	draft = { ...draft, [name]: value };
}

/** @param {SubmitEvent} event @param {Webhooks} webhooks as they are set */
async function save(event, webhooks) {
	event.preventDefault();
	const wanted = { ...webhooks, ...draft };
	try {
		await sandbox.setWebhooks({
			...wanted,
			deliveryReportUrl: wanted.deliveryReportUrl.trim(),
			replyUrl: wanted.replyUrl.trim(),
		});
		draft = {};
		showNotice('Webhook addresses saved');
	} catch (error) {
		showNotice(error, 'bad');
	}
}

/** @param {'deliveryReportUrl' | 'replyUrl'} name @param {string} label @param {string} hint @param {Webhooks} shown */
const urlField = (name, label, hint, shown) =>
	formField({
		id: name,
		label,
		hint,
		control: html`<input
			id=${name}
			name=${name}
			type="url"
			placeholder="e.g. http://127.0.0.1:5678/webhook/…/allmysms"
			autocomplete="off"
			spellcheck="false"
			aria-describedby="${name}-hint"
			.value=${live(shown[name])}
		/>`,
	});

/** The addresses of the client area: where receipts and replies are pushed, and how. @param {Webhooks} webhooks */
export function webhookForm(webhooks) {
	const shown = { ...webhooks, ...draft };
	return html`
		<form
			class="card form-card"
			aria-label="Webhook addresses"
			@input=${note}
			@submit=${(/** @type {SubmitEvent} */ event) => save(event, webhooks)}
		>
			${urlField(
				'deliveryReportUrl',
				'Delivery report URL',
				'Each receipt of an SMS is pushed here.',
				shown,
			)}
			${urlField('replyUrl', 'Reply URL', 'Each reply and STOP is pushed here.', shown)}
			<div class="field-row">
				${formField({
					id: 'method',
					label: 'Method',
					control: html`<select id="method" name="method" .value=${live(shown.method)}>
						<option value="POST">POST</option>
						<option value="GET">GET</option>
					</select>`,
				})}
				${formField({
					id: 'encoding',
					label: 'Encoding',
					control: html`<select id="encoding" name="encoding" .value=${live(shown.encoding)}>
						<option value="form">Form</option>
						<option value="json">JSON</option>
						<option value="multipart">Multipart</option>
						<option value="query">Query</option>
					</select>`,
				})}
				<button class="button primary">Save addresses</button>
			</div>
		</form>
	`;
}
