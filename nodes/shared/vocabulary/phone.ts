import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import { readDialled, canonical, frenchNumber, machineNumber } from '../numbers/dialling';
import { readTypedNumber } from '../numbers/typed-number';
import { firstText, textOf } from './fields';
import { isFields, type Fields } from '../values';
import { ANSWER } from './spellings';

/** Most numbers of most answers: mobile numbers of the French mainland. */
const PLAIN_FRENCH_MOBILE = /^(?:33|0)((?:6[0-24-8]|7[4-8])\d{7})$/;

/** Shorter numbers of no known range are rather short numbers, or lost something. */
const SHORTEST_UNKNOWN = 10;

function readInternational(digits: string): string | null {
	const machine = machineNumber(`+${digits}`);
	if (machine !== null) return machine;
	const parsed = parsePhoneNumberFromString(`+${digits}`);
	if (!parsed?.isPossible()) return null;
	if (parsed.isValid()) return canonical(parsed.number);
	// What a person could not write again with a plus must not get one here.
	const isCertain = digits.length >= SHORTEST_UNKNOWN && readTypedNumber(`+${digits}`, 'FR').ok;
	return isCertain ? canonical(parsed.number) : null;
}

/**
 * A number as the provider writes it: with country code, unless it begins with a zero and is
 * dialled in France (docs/provider.md, Phone numbers). Never guessed as typed numbers are.
 *
 * @returns E.164 with its plus; what is no such number as it stands, a short number as its digits;
 *   null where there is none
 */
export function providerPhone(raw: unknown): string | null {
	const given = textOf(raw);
	if (given === null) return null;
	const french = PLAIN_FRENCH_MOBILE.exec(given)?.[1];
	if (french !== undefined) return `+33${french}`;
	const reading = readDialled(given);
	if (!reading.ok) return given;
	const digits = reading.value.replace('+', '');
	const [, national] = /^0([1-9]\d{8})$/.exec(digits) ?? [];
	if (national !== undefined) return frenchNumber(national);
	return (digits.startsWith('0') ? machineNumber(digits) : readInternational(digits)) ?? digits;
}

/** The number that an object of an answer is about, as it stands there. */
export function phoneField(fields: Fields): string | null {
	return firstText(fields, ANSWER.anyPhone);
}

/**
 * The numbers that the provider refused, each once, in E.164: text joined by `|`, `,` or `;`, a
 * list of texts, numbers or objects, or one of them alone.
 */
export function readInvalidNumbers(raw: unknown): string[] {
	const members: unknown[] = Array.isArray(raw) ? raw.flat(5) : [raw];
	const texts = members.flatMap((member) => {
		if (!isFields(member)) return textOf(member) ?? [];
		return (
			phoneField(member) ??
			Object.values(member)
				.flat(5)
				.flatMap((value) => textOf(value) ?? [])
		);
	});
	const numbers = texts
		.flatMap((text) => text.split(/[|,;\r\n]/))
		.filter((text) => /\d/.test(text));
	return [...new Set([...new Set(numbers)].flatMap((number) => providerPhone(number) ?? []))];
}
