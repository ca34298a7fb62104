import { element, setAttribute, setText } from '../element.mjs';
import { apiFaults, pushFaults } from '../fault-kinds.mjs';
import { formField, select } from './form-field.mjs';

/** @typedef {import('../state.mjs').Fault} Fault */

/** What the one number of a fault means, and what it starts with. */
const numberFields = {
	status: { label: 'HTTP status', value: '503', min: '400', max: '599' },
	delayMs: { label: 'Milliseconds', value: '5000', min: '1', max: '600000' },
};

/**
 * Composes one more fault.
 *
 * @param {(fault: Fault) => Promise<void>} onAdd
 */
export function faultForm(onAdd) {
	const kind = element(
		'select',
		{ name: 'kind', onchange: adapt },
		group('Requests to the API', 'api', apiFaults),
		group('Pushes to n8n', 'push', pushFaults),
	);
	const kindField = formField('What happens', kind);
	kindField.classList.add('wide');
	const number = element('input', { type: 'number', required: true });
	const numberField = formField('HTTP status', number);
	const times = select('times', [
		['1', 'Once'],
		['2', 'Twice'],
		['5', '5 times'],
		['0', 'Always'],
	]);
	const node = element(
		'form',
		{
			class: 'card form-card',
			'aria-label': 'Add a fault',
			onsubmit: async (/** @type {SubmitEvent} */ event) => {
				event.preventDefault();
				await onAdd(composed());
			},
		},
		element(
			'div',
			{ class: 'field-row' },
			kindField,
			numberField,
			formField('How often', times),
			element('button', { class: 'button primary' }, 'Add fault'),
		),
	);

	function chosen() {
		const [road, name] = kind.value.split(' ');
		const found = (road === 'push' ? pushFaults : apiFaults).find((one) => one.kind === name);
		if (!found) throw new Error(`No fault of the name "${kind.value}"`);
		return { road, ...found };
	}

	function adapt() {
		const { needs } = chosen();
		setAttribute(numberField, 'hidden', needs === undefined);
		setAttribute(number, 'disabled', needs === undefined);
		if (needs === undefined) return;
		const { label, value, min, max } = numberFields[needs];
		setText(/** @type {Element} */ (numberField.querySelector('.field-label')), label);
		setAttribute(number, 'min', min);
		setAttribute(number, 'max', max);
		number.value = value;
	}

	/** @returns {Fault} */
	function composed() {
		const { road, kind: name, needs } = chosen();
		return {
			kind: name,
			times: Number(times.value),
			...(road === 'push' ? { endpoint: 'push' } : {}),
			...(needs === undefined ? {} : { [needs]: Number(number.value) }),
		};
	}

	adapt();
	return { node };
}

/** @param {string} label @param {string} road @param {readonly { kind: string, label: string }[]} kinds */
const group = (label, road, kinds) =>
	element(
		'optgroup',
		{ label },
		...kinds.map((one) => element('option', { value: `${road} ${one.kind}` }, one.label)),
	);
