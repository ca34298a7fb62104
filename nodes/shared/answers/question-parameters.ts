import { parseInstant } from '../dates/instant';
import { read, refuse, type Result } from '../problem';
import { readText } from '../text/read-text';
import { asFields, type Fields, inWords } from '../values';
import type { Choice } from './question';

/** More than a phone shows at once. */
const MOST_BUTTONS = 6;
const LONGEST_LABEL = 60;

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
	const { approvalType, approveLabel, disapproveLabel } = asFields(asFields(raw).values);
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
	const { values } = asFields(raw);
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
		const label = readLabel(asFields(row).label, parameter, `button ${index + 1}`);
		if (!label.ok) return label;
		choices.push({ label: label.value, decision: { choice: label.value } });
	}
	return checkDifferent(choices, parameter);
}

const LIMIT = 'Limit Wait Time';

const UNITS: ReadonlyMap<unknown, number> = new Map([
	['minutes', 60_000],
	['hours', 3_600_000],
	['days', 86_400_000],
]);

/** The last moment that n8n can store; 'until the end of time' is written so. */
const LAST = Date.parse('2999-12-31T23:59:59Z');

function ofInterval({ resumeAmount, resumeUnit }: Fields, now: number): Result<number> {
	const amount = Number(resumeAmount ?? 1);
	const unit = UNITS.get(resumeUnit ?? 'hours');
	if (unit === undefined) {
		return refuse(LIMIT, `has the unit ${inWords(resumeUnit)}`, 'Choose minutes, hours or days.');
	}
	if (!(amount > 0)) {
		return refuse(
			LIMIT,
			`has the amount ${inWords(resumeAmount)}, which leaves no time to answer`,
			"Enter an amount above 0, or remove 'Limit Wait Time' to wait without a limit.",
		);
	}
	return read(now + amount * unit);
}

function ofDate({ maxDateAndTime }: Fields, zone: string, now: number): Result<number> {
	const instant = parseInstant(maxDateAndTime, zone);
	if (instant === null) {
		return refuse(
			LIMIT,
			`has a date that cannot be read: ${inWords(maxDateAndTime)}`,
			"Enter a date such as 2026-05-01 10:00 under 'Max Date and Time'.",
		);
	}
	if (instant.toMillis() <= now) {
		const local = instant.setZone(zone).toFormat('yyyy-MM-dd HH:mm');
		return refuse(
			LIMIT,
			`is in the past: ${local} (${zone})`,
			"Choose a later 'Max Date and Time': nobody could answer in time.",
		);
	}
	return read(instant.toMillis());
}

/**
 * Reads until when an answer is waited for.
 *
 * @param raw the collection of n8n's own send-and-wait nodes; `{}` or nothing for no limit
 * @param zone of the workflow, for a date without one
 * @returns milliseconds since 1970, or null for no limit
 */
export function readLimit(raw: unknown, zone: string, now: number): Result<number | null> {
	const { values } = asFields(raw);
	if (typeof values !== 'object' || values === null || Object.keys(values).length === 0) {
		return read(null);
	}
	const given = asFields(values);
	const limit =
		given.limitType === 'atSpecifiedTime' ? ofDate(given, zone, now) : ofInterval(given, now);
	if (limit.ok && limit.value > LAST) {
		return refuse(
			LIMIT,
			'is further ahead than n8n can wait',
			"Remove 'Limit Wait Time' to wait without a limit.",
		);
	}
	return limit;
}
