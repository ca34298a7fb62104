import { read, refuse, type Result } from '../problem';
import { readText } from '../text/read-text';
import type { Choice } from './question';

/** More than a phone shows at once. */
const MOST_BUTTONS = 6;
const LONGEST_LABEL = 60;

type Raw = Readonly<Record<string, unknown>>;

const recordOf = (value: unknown): Raw =>
	typeof value === 'object' && value !== null ? { ...value } : {};

function readLabel(raw: unknown, parameter: string, which: string): Result<string> {
	const label = readText(raw, parameter);
	if (!label.ok) return label;
	if (label.value === null) {
		return refuse(parameter, `${which} has no label`, 'Enter what the button is to say.');
	}
	if (label.value.length > LONGEST_LABEL) {
		return refuse(
			parameter,
			`${which} has a label of ${label.value.length} characters`,
			`Use at most ${LONGEST_LABEL}, and put what needs more words into the message.`,
		);
	}
	return read(label.value);
}

/** Two buttons that look alike cannot be told apart, neither on the page nor in the workflow. */
function checkDifferent(choices: readonly Choice[], parameter: string): Result<readonly Choice[]> {
	const seen = new Set<string>();
	for (const { label } of choices) {
		const known = label.toLowerCase();
		if (seen.has(known)) {
			return refuse(
				parameter,
				`has two buttons with the label "${label}"`,
				'Give each button a label of its own.',
			);
		}
		seen.add(known);
	}
	return read(choices);
}

/** The buttons of an approval. @param raw the collection of n8n's own send-and-wait nodes */
export function readApproval(raw: unknown): Result<readonly Choice[]> {
	const parameter = 'Approval Options';
	const { approvalType, approveLabel, disapproveLabel } = recordOf(recordOf(raw).values);
	const approve = readLabel(approveLabel ?? 'Approve', parameter, 'the approve button');
	if (!approve.ok) return approve;
	const yes: Choice = { label: approve.value, decision: { approved: true } };
	if (approvalType !== 'double') return read([yes]);
	const disapprove = readLabel(disapproveLabel ?? 'Decline', parameter, 'the disapprove button');
	if (!disapprove.ok) return disapprove;
	const no: Choice = { label: disapprove.value, decision: { approved: false } };
	return checkDifferent([yes, no], parameter);
}

/** The buttons with names of their own. @param raw `{ values: [{ label }] }` */
export function readButtons(raw: unknown): Result<readonly Choice[]> {
	const parameter = 'Buttons';
	const { values } = recordOf(raw);
	const rows: readonly unknown[] = Array.isArray(values) ? values : [];
	if (rows.length < 2 || rows.length > MOST_BUTTONS) {
		return refuse(
			parameter,
			rows.length === 0
				? 'is empty'
				: `has ${rows.length} ${rows.length === 1 ? 'button' : 'buttons'}`,
			rows.length < 2
				? 'Add at least two: with a single one there is nothing to choose.'
				: `Keep at most ${MOST_BUTTONS}: more do not fit on a phone.`,
		);
	}
	const choices: Choice[] = [];
	for (const [index, row] of rows.entries()) {
		const label = readLabel(recordOf(row).label, parameter, `button ${index + 1}`);
		if (!label.ok) return label;
		choices.push({ label: label.value, decision: { choice: label.value } });
	}
	return checkDifferent(choices, parameter);
}
