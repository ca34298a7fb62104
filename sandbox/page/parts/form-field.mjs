import { html, nothing } from 'lit-html';

/**
 * A control with its label above and a hint below, tied together for screen readers.
 *
 * @param {object} field
 * @param {string} field.id of the control, which has `aria-describedby` with `<id>-hint` where there is a hint
 * @param {string} field.label
 * @param {unknown} field.control
 * @param {string} [field.hint]
 * @param {boolean} [field.isWide] takes a line of its own on a narrow screen
 */
export const formField = ({ id, label, control, hint, isWide = false }) => html`
	<div class="field ${isWide ? 'wide' : ''}">
		<label class="field-label" for=${id}>${label}</label>
		${control}
		${hint === undefined ? nothing : html`<span id="${id}-hint" class="faint">${hint}</span>`}
	</div>
`;
