import { readDialled, splitRecipients } from '../numbers/dialled';
import { readTypedNumber } from '../numbers/typed-number';
import { read, refuse, type Problem, type Result } from '../problem';

/** Whom a node may text, whoever asks for it: numbers in E.164, and what numbers begin with. */
export type AllowedRecipients = readonly string[];

function readEntry(given: string, defaultCountry: string): string | null {
	const dialled = readDialled(given.replace(/\s*\*+$/, ''));
	if (!dialled.ok) return null;
	const number = readTypedNumber(dialled.value, defaultCountry);
	if (number.ok) return number.value;
	return /^\+[1-9]\d*$/.test(dialled.value) ? dialled.value : null;
}

/**
 * Reads the numbers and prefixes that a node may text.
 *
 * @param parameter its name as the user sees it
 */
export function readAllowedRecipients(
	raw: unknown,
	parameter: string,
	defaultCountry: string,
): Result<AllowedRecipients> {
	const allowed: string[] = [];
	for (const member of splitRecipients(raw)) {
		const entry = readEntry(String(member), defaultCountry);
		if (entry === null) {
			return refuse(
				parameter,
				`has "${String(member).slice(0, 40)}", which is neither a number nor the beginning of numbers`,
				'Write numbers, or what they begin with and its plus, such as +336.',
			);
		}
		allowed.push(entry);
	}
	return read(allowed);
}

/** Whether a number may be texted. */
export const isAllowedRecipient = (to: string, allowed: AllowedRecipients): boolean =>
	allowed.some((entry) => to.startsWith(entry));

/** How many of the entries are told to whoever asked for another number. */
const NAMED = 5;

/** Why a number may not be texted: one sentence that an AI agent can act upon. */
export function notAllowed(to: string, allowed: AllowedRecipients): Problem {
	const named = allowed.slice(0, NAMED).join(', ');
	const more = allowed.length > NAMED ? ` and ${allowed.length - NAMED} more` : '';
	return {
		what: `${to} is not among the numbers that this node may text`,
		remedy: `'Allowed Recipients' has only ${named}${more}.`,
		kind: 'the number is not among those that this node may text',
	};
}
