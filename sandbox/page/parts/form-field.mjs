import { element } from '../element.mjs';

let count = 0;

/**
 * A control with its label above and a hint below, tied together for screen readers.
 *
 * @param {string} label
 * @param {HTMLInputElement | HTMLSelectElement} control
 * @param {string} [hint]
 */
export function formField(label, control, hint) {
	count += 1;
	control.id = `field-${count}`;
	if (hint !== undefined) control.setAttribute('aria-describedby', `${control.id}-hint`);
	return element(
		'div',
		{ class: 'field' },
		element('label', { class: 'field-label', for: control.id }, label),
		control,
		hint !== undefined && element('span', { id: `${control.id}-hint`, class: 'faint' }, hint),
	);
}

/**
 * @param {string} name
 * @param {readonly (readonly [value: string, label: string])[]} options
 */
export const select = (name, options) =>
	element(
		'select',
		{ name },
		...options.map(([value, label]) => element('option', { value }, label)),
	);
