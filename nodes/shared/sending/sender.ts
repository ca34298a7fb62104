import { readDialled } from '../numbers/dialling';
import { read, refuse, type Result } from '../problem';
import { isUnseen, nameCharacter } from '../text/characters';
import { readText } from '../text/read-text';

/** The name that the user sees. */
const SENDER = 'Sender (TPOA)';

/** The most that the provider takes; its own sample programs warn of it. */
const MAX_LENGTH = 11;

/** The least that the operators take. */
const MIN_LENGTH = 3;

/** A short number has fewer digits than any phone number. */
const PHONE_DIGITS = 7;

const LINE_BREAK = /[\n\r\v\f\u0085\u2028\u2029]/;

const digitsOf = (text: string): number => text.replace(/\D/g, '').length;

/**
 * Reads the sender name (TPOA). Only what is certain to be refused is refused here; what the rules
 * of the operators do not cover is sent, because programs in use send it: see {@link senderDoubt}.
 *
 * @returns the name, or null for the provider's short number
 */
export function readSender(raw: unknown): Result<string | null> {
	const given = readText(raw, SENDER, 'MyShop');
	if (!given.ok || given.value === null) return given;
	const sender = given.value;
	const control = /\p{Cc}|[\u2028\u2029]/u.exec(sender)?.[0];
	if (control !== undefined) {
		return refuse(
			SENDER,
			LINE_BREAK.test(control)
				? 'has a line break'
				: `has the control character ${nameCharacter(control)}`,
			'Write the name in one line, without tabs; the field that an expression takes it from may hold more than a name.',
		);
	}
	const length = [...sender].length;
	if (length > MAX_LENGTH) {
		return refuse(
			SENDER,
			`"${sender}" has ${length} characters`,
			`Use at most ${MAX_LENGTH}, or leave the field empty to send from the short number, which can be replied to.`,
		);
	}
	if (/^\+?[\d\s().-]+$/.test(sender) && digitsOf(sender) >= PHONE_DIGITS) {
		return refuse(
			SENDER,
			`"${sender}" is a phone number`,
			'AllMySMS takes names only: use letters, or leave the field empty to send from the short number.',
		);
	}
	return read(sender);
}

/**
 * Why the networks may put a short number in place of a sender, in words that follow its name, or
 * null where its form is that of the rules: 3 to 11 letters and digits, a letter first, no blanks,
 * accents or signs (fact sheet 3.2 and 12.6).
 */
export function senderDoubt(sender: string): string | null {
	if (/^\d+$/.test(sender)) return 'is digits alone';
	const odd = /[^A-Za-z0-9]/u.exec(sender)?.[0];
	if (odd !== undefined) {
		if (/\p{Zs}/u.test(odd)) return 'has a blank';
		const named = nameCharacter(odd);
		if (isUnseen(odd)) return `has ${named}, which nobody sees`;
		return /\p{L}/u.test(odd) ? `has the letter ${named}` : `has the sign ${named}`;
	}
	if (sender.length < MIN_LENGTH) return `has fewer than ${MIN_LENGTH} characters`;
	return /^\d/.test(sender) ? 'begins with a digit' : null;
}

/** REST takes 01 to 05 and 09 as senders of voice messages (docs/provider.md, Voice messages). */
const FRENCH_LANDLINE = /^(?:\+33|33|0)?([1-59]\d{8})$/;

/**
 * Reads the number that a voice message comes from.
 *
 * @param parameter its name as the user sees it
 * @returns the national form, `0123456789`
 */
export function readLandline(given: string, parameter: string): Result<string> {
	const dialled = readDialled(given);
	const [, national] = dialled.ok ? (FRENCH_LANDLINE.exec(dialled.value) ?? []) : [];
	if (national !== undefined) return read(`0${national}`);
	return refuse(
		parameter,
		`"${given.slice(0, 40)}" is not a French landline number`,
		'Enter a number that begins with 01 to 05 or 09, such as 01 23 45 67 89: AllMySMS refuses mobile numbers as senders of voice messages.',
	);
}

/** Reads the parameter 'From', the landline number that a voice message comes from. */
export function readFrom(raw: unknown): Result<string> {
	const given = readText(raw, 'From', '01 23 45 67 89');
	if (!given.ok) return given;
	if (given.value !== null) return readLandline(given.value, 'From');
	return refuse('From', 'is empty', 'Enter a French landline number such as 01 23 45 67 89.');
}
