import { html } from 'lit-html';
import { showNotice } from './notice.mjs';

/** @param {SubmitEvent} event */
function open(event) {
	event.preventDefault();
	const form = /** @type {HTMLFormElement} */ (event.currentTarget);
	const digits = internationalDigits(String(new FormData(form).get('number') ?? ''));
	if (digits === null) {
		showNotice('Type a mobile number, such as 06 12 34 56 78 or +33 6 12 34 56 78', 'bad');
		return;
	}
	form.reset();
	location.hash = `#/phones/${digits}`;
}

/** Opens a phone that no SMS was sent to yet, so that a person can write first. */
export const newPhoneForm = () => html`
	<form class="new-phone" @submit=${open}>
		<label for="another-phone">Write from another phone</label>
		<input
			id="another-phone"
			name="number"
			type="tel"
			placeholder="e.g. 06 12 34 56 78"
			autocomplete="off"
		/>
		<button class="button">Open</button>
	</form>
`;

/** @param {string} typed @returns {string | null} digits with country code, French when there is none */
function internationalDigits(typed) {
	const digits = typed.replace(/[^\d+]/g, '').replace(/^(\+|00)/, '');
	const international = /^0\d{9}$/.test(digits) ? `33${digits.slice(1)}` : digits;
	return /^[1-9]\d{7,14}$/.test(international) ? international : null;
}
