import { element } from '../element.mjs';
import { sandbox } from '../sandbox-api.mjs';
import { formField, select } from './form-field.mjs';
import { showNotice } from './notice.mjs';

/** @typedef {import('../state.mjs').Webhooks} Webhooks */

/** The addresses of the client area: where receipts and replies are pushed, and how. */
export function webhookForm() {
	const deliveryReportUrl = urlField('deliveryReportUrl');
	const replyUrl = urlField('replyUrl');
	const method = select('method', [
		['POST', 'POST'],
		['GET', 'GET'],
	]);
	const encoding = select('encoding', [
		['form', 'Form'],
		['json', 'JSON'],
		['multipart', 'Multipart'],
		['query', 'Query'],
	]);
	let touched = false;

	const node = element(
		'form',
		{
			class: 'card form-card',
			'aria-label': 'Webhook addresses',
			oninput: () => {
				touched = true;
			},
			onsubmit: async (/** @type {SubmitEvent} */ event) => {
				event.preventDefault();
				try {
					await sandbox.setWebhooks({
						deliveryReportUrl: deliveryReportUrl.value.trim(),
						replyUrl: replyUrl.value.trim(),
						method: method.value,
						encoding: encoding.value,
					});
					touched = false;
					showNotice('Webhook addresses saved');
				} catch (error) {
					showNotice(error, 'bad');
				}
			},
		},
		formField('Delivery report URL', deliveryReportUrl, 'Each receipt of an SMS is pushed here.'),
		formField('Reply URL', replyUrl, 'Each reply and STOP is pushed here.'),
		element(
			'div',
			{ class: 'field-row' },
			formField('Method', method),
			formField('Encoding', encoding),
			element('button', { class: 'button primary' }, 'Save addresses'),
		),
	);

	return {
		node,
		/** Shows what is set, unless a person is editing. @param {Webhooks} webhooks */
		update(webhooks) {
			if (touched) return;
			deliveryReportUrl.value = webhooks.deliveryReportUrl ?? '';
			replyUrl.value = webhooks.replyUrl ?? '';
			method.value = webhooks.method;
			encoding.value = webhooks.encoding;
		},
	};
}

/** @param {string} name */
const urlField = (name) =>
	element('input', {
		name,
		type: 'url',
		placeholder: 'e.g. http://127.0.0.1:5678/webhook/…/allmysms',
		autocomplete: 'off',
		spellcheck: 'false',
	});
