import { element } from '../element.mjs';
import { showNotice } from './notice.mjs';

/** Opens a phone that no SMS was sent to yet, so that a person can write first. */
export function newPhoneForm() {
	const number = element('input', {
		id: 'another-phone',
		type: 'tel',
		placeholder: 'e.g. 06 12 34 56 78',
		autocomplete: 'off',
	});
	return element(
		'form',
		{
			class: 'new-phone',
			onsubmit: (/** @type {SubmitEvent} */ event) => {
				event.preventDefault();
				const digits = internationalDigits(number.value);
				if (digits === null) {
					showNotice('Type a mobile number, such as 06 12 34 56 78 or +33 6 12 34 56 78', 'bad');
					return;
				}
				number.value = '';
				location.hash = `#/phones/${digits}`;
			},
		},
		element('label', { for: 'another-phone' }, 'Write from another phone'),
		number,
		element('button', { class: 'button' }, 'Open'),
	);
}

/** @param {string} typed @returns {string | null} digits with country code, French when there is none */
function internationalDigits(typed) {
	const digits = typed.replace(/[^\d+]/g, '').replace(/^(\+|00)/, '');
	const international = /^0\d{9}$/.test(digits) ? `33${digits.slice(1)}` : digits;
	return /^[1-9]\d{7,14}$/.test(international) ? international : null;
}
