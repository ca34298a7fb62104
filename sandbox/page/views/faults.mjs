import { element, setAttribute } from '../element.mjs';
import { faultLabel, faultTimes } from '../fault-kinds.mjs';
import { faultForm } from '../parts/fault-form.mjs';
import { showNotice } from '../parts/notice.mjs';
import { pageSection } from '../parts/page-section.mjs';
import { recordTable } from '../parts/record-table.mjs';
import { sandbox } from '../sandbox-api.mjs';

/** @typedef {import('../state.mjs').Fault} Fault */

/** What goes wrong on purpose: set here or by `PUT /_sandbox/faults`, and the numbers that always fail. */
export function faultsView() {
	/** @type {readonly Fault[]} */
	let faults = [];
	const table = recordTable({
		label: 'Faults that wait',
		columns: [
			{ title: 'What happens', text: faultLabel, kind: 'long' },
			{ title: 'Where', text: ({ endpoint }) => (endpoint === 'push' ? 'Pushes' : 'API') },
			{ title: 'How often', text: faultTimes },
		],
		key: (_fault, index) => String(index),
		empty: 'Everything works as it should',
	});
	const clear = element(
		'button',
		{ type: 'button', class: 'button', onclick: () => change([], 'Faults cleared') },
		'Clear all faults',
	);
	const endings = recordTable({
		label: 'Numbers that fail on purpose',
		columns: [
			{ title: 'Number ends in', text: ({ digits }) => `…${digits}`, kind: 'code' },
			{ title: 'What happens', text: ({ meaning }) => meaning, kind: 'long' },
		],
		key: ({ digits }) => digits,
		empty: 'None',
	});
	const node = element(
		'div',
		{ class: 'page' },
		pageSection(
			'Faults',
			'The next requests or pushes meet these, in order.',
			faultForm((fault) => change([...faults, fault], 'Fault added')).node,
			table.node,
			element('div', { class: 'form-actions' }, clear),
		),
		pageSection(
			'Numbers that fail on purpose',
			'Every other number receives its SMS.',
			endings.node,
		),
	);

	/** @param {readonly Fault[]} next @param {string} done */
	async function change(next, done) {
		try {
			await sandbox.setFaults(next);
			showNotice(done);
		} catch (error) {
			showNotice(error, 'bad');
		}
	}

	return {
		id: 'faults',
		title: 'Faults',
		node,
		/** @param {import('../state.mjs').State} state */
		badge: (state) => state.faults?.length ?? 0,
		/** @param {import('../state.mjs').State} state */
		update(state) {
			faults = state.faults ?? [];
			table.update(faults);
			setAttribute(clear, 'hidden', faults.length === 0);
			endings.update(state.endings);
		},
	};
}
