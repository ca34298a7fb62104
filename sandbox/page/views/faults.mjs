import { html, nothing } from 'lit-html';
import { faultLabel, faultTimes } from '../fault-kinds.mjs';
import { faultForm } from '../parts/fault-form.mjs';
import { showNotice } from '../parts/notice.mjs';
import { pageSection } from '../parts/page-section.mjs';
import { recordTable } from '../parts/record-table.mjs';
import { sandbox } from '../sandbox-api.mjs';

/** @typedef {import('../state.mjs').Fault} Fault */
/** @typedef {import('../state.mjs').State['endings'][number]} Ending */

/** @type {(faults: readonly Fault[]) => unknown} */
const waiting = recordTable({
	label: 'Faults that wait',
	columns: [
		{ title: 'What happens', text: faultLabel, kind: 'long' },
		{ title: 'Where', text: ({ endpoint }) => (endpoint === 'push' ? 'Pushes' : 'API') },
		{ title: 'How often', text: faultTimes },
	],
	key: (_fault, index) => String(index),
	empty: 'Everything works as it should',
});

/** @type {(endings: readonly Ending[]) => unknown} */
const failingNumbers = recordTable({
	label: 'Numbers that fail on purpose',
	columns: [
		{ title: 'Number ends in', text: ({ digits }) => `…${digits}`, kind: 'code' },
		{ title: 'What happens', text: ({ meaning }) => meaning, kind: 'long' },
	],
	key: ({ digits }) => digits,
	empty: 'None',
});

/** @param {readonly Fault[]} faults @param {string} done */
async function change(faults, done) {
	try {
		await sandbox.setFaults(faults);
		showNotice(done);
	} catch (error) {
		showNotice(error, 'bad');
	}
}

/** What goes wrong on purpose: set here or by `PUT /_sandbox/faults`, and the numbers that always fail. @type {import('../main.mjs').View} */
export const faultsView = {
	id: 'faults',
	title: 'Faults',
	badge: ({ faults = [] }) => faults.length,
	draw: ({ faults = [], endings }) => html`
		<div class="page">
			${pageSection(
				'Faults',
				'The next requests or pushes meet these, in order.',
				html`${faultForm((fault) => change([...faults, fault], 'Fault added'))} ${waiting(faults)}
					<div class="form-actions">
						${faults.length === 0
							? nothing
							: html`<button
									type="button"
									class="button"
									@click=${() => change([], 'Faults cleared')}
								>
									Clear all faults
								</button>`}
					</div>`,
			)}
			${pageSection(
				'Numbers that fail on purpose',
				'Every other number receives its SMS.',
				failingNumbers(endings),
			)}
		</div>
	`,
};
