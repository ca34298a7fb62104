import { html } from 'lit-html';
import { receipt } from '../wording.mjs';
import { icon } from './icon.mjs';

/** The tick of a message with its word. @param {string | undefined} status */
export function receiptMark(status) {
	const { icon: name, label, tone } = receipt(status);
	return html`<span class="receipt" data-tone=${tone}>${icon(name)}<span>${label}</span></span>`;
}
