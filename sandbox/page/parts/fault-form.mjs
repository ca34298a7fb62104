import { html, nothing } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { apiFaults, pushFaults } from '../fault-kinds.mjs';
import { redraw } from '../redraw.mjs';
import { formField } from './form-field.mjs';

/** @typedef {import('../state.mjs').Fault} Fault */

/** What the one number of a fault means, and what it starts with. */
const numberFields = {
	status: { label: 'HTTP status', value: '503', min: '400', max: '599' },
	delayMs: { label: 'Milliseconds', value: '5000', min: '1', max: '600000' },
};

/** The chosen fault: its road and its kind, as the list has them. */
let choice = 'api refuse';

function chosen() {
	const [road, name] = choice.split(' ');
	const found = (road === 'push' ? pushFaults : apiFaults).find(({ kind }) => kind === name);
	if (!found) throw new Error(`No fault of the name "${choice}"`);
	return { road, ...found };
}

/** @param {HTMLFormElement} form @returns {Fault} */
function composed(form) {
	const given = new FormData(form);
	const { road, kind, needs } = chosen();
	return {
		kind,
		times: Number(given.get('times')),
		...(road === 'push' ? { endpoint: 'push' } : {}),
		...(needs === undefined ? {} : { [needs]: Number(given.get('number')) }),
	};
}

/** @param {'status' | 'delayMs'} needs */
function numberField(needs) {
	const { label, value, min, max } = numberFields[needs];
	return formField({
		id: 'fault-number',
		label,
		control: html`<input
			id="fault-number"
			name="number"
			type="number"
			required
			min=${min}
			max=${max}
			value=${value}
		/>`,
	});
}

/**
 * Composes one more fault.
 *
 * @param {(fault: Fault) => Promise<void>} onAdd
 */
export function faultForm(onAdd) {
	const { needs } = chosen();
	return html`
		<form
			class="card form-card"
			aria-label="Add a fault"
			@submit=${async (/** @type {SubmitEvent} */ event) => {
				event.preventDefault();
				await onAdd(composed(/** @type {HTMLFormElement} */ (event.currentTarget)));
			}}
		>
			<div class="field-row">
				${formField({
					id: 'fault-kind',
					label: 'What happens',
					isWide: true,
					control: html`<select
						id="fault-kind"
						@change=${(/** @type {Event} */ event) => {
							choice = /** @type {HTMLSelectElement} */ (event.currentTarget).value;
							redraw();
						}}
					>
						${group('Requests to the API', 'api', apiFaults)}
						${group('Pushes to n8n', 'push', pushFaults)}
					</select>`,
				})}
				${needs === undefined ? nothing : keyed(needs, numberField(needs))}
				${formField({
					id: 'fault-times',
					label: 'How often',
					control: html`<select id="fault-times" name="times">
						<option value="1">Once</option>
						<option value="2">Twice</option>
						<option value="5">5 times</option>
						<option value="0">Always</option>
					</select>`,
				})}
				<button class="button primary">Add fault</button>
			</div>
		</form>
	`;
}

/** @param {string} label @param {string} road @param {readonly { kind: string, label: string }[]} kinds */
const group = (label, road, kinds) => html`
	<optgroup label=${label}>
		${kinds.map((one) => html`<option value="${road} ${one.kind}">${one.label}</option>`)}
	</optgroup>
`;
