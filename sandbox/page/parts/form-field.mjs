import { element } from '../element.mjs';

/**
 * @param {string} label
 * @param {HTMLInputElement | HTMLSelectElement} control
 * @param {string} [hint]
 */
export const formField = (label, control, hint) =>
	element(
		'label',
		{ class: 'field' },
		element('span', { class: 'field-label' }, label),
		control,
		hint !== undefined && element('span', { class: 'faint' }, hint),
	);

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
