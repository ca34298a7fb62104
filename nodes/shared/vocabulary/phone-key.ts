import { readPhoneNumber } from '../numbers/phone-numbers';
import { isFields, textOf, type Fields } from './fields';

/** Overseas mobile numbers may come back with the code of France in front, or with their own. */
const WITH_FRENCH_CODE = /^33([67]\d{8})$/;

/**
 * A number in the one form that all its spellings share, so that numbers of an answer can be
 * compared with those that were sent.
 */
export function phoneKey(given: string): string {
	const reading = readPhoneNumber(given, 'FR');
	if (!reading.ok) return given.replace(/\D/g, '');
	const [, national] = WITH_FRENCH_CODE.exec(reading.digits) ?? [];
	if (national === undefined) return reading.digits;
	const dialled = readPhoneNumber(`0${national}`, 'FR');
	return dialled.ok ? dialled.digits : reading.digits;
}

/** The number that an object of an answer is about, as it stands there. */
export function phoneField(fields: Fields): string | null {
	for (const name of ['phoneNumber', 'mobilePhone', 'MobilePhone', 'MOBILEPHONE', 'mobile', 'to']) {
		const text = Object.hasOwn(fields, name) ? textOf(fields[name]) : null;
		if (text !== null) return text;
	}
	return null;
}

/**
 * The numbers that the provider refused, one spelling for each: text joined by `|`, `,` or `;`, a
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
	return [...new Set([...new Set(numbers)].map(phoneKey))];
}
