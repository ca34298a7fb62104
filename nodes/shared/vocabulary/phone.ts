import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

import {
	canonical,
	frenchNumber,
	machineNumber,
	MAINLAND_MOBILE,
	readDialled,
} from '../numbers/dialling';
import { readTypedNumber } from '../numbers/typed-number';
import { isFields, type Fields } from '../values';
import { firstText, MAX_DEPTH, textOf } from './fields';
import { ANSWER, PUSH } from './spellings';

/** Most numbers of most answers. */
const PLAIN_FRENCH_MOBILE = new RegExp(`^(?:33|0)(${MAINLAND_MOBILE})$`);

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

/** One SMS that the provider accepted. */
export interface AcceptedSms {
	/** E.164; null where the answer does not say whose it is. */
	readonly phone: string | null;
	/** Null where the answer names the number without an id. */
	readonly smsId: string | null;
}

/** XML without an element per SMS: as many numbers as ids, side by side in the same order. */
function pairs(fields: Fields): AcceptedSms[] | null {
	const { phoneNumber, smsId } = fields;
	if (!Array.isArray(phoneNumber) || !Array.isArray(smsId)) return null;
	if (phoneNumber.length !== smsId.length) return null;
	return phoneNumber.map((phone: unknown, index) => ({
		phone: providerPhone(phone),
		smsId: textOf(smsId[index]),
	}));
}

function smsOf(fields: Fields, depth: number): AcceptedSms[] {
	const paired = pairs(fields);
	if (paired) return paired;
	const phone = phoneField(fields);
	const smsId = firstText(fields, [...ANSWER.smsId, ...PUSH.rowId]);
	if (phone !== null || smsId !== null) {
		return [{ phone: providerPhone(phone), smsId }];
	}
	return Object.entries(fields).flatMap(([key, value]) => {
		// A map from number to id is what PHP makes of a list with keys.
		const id = /^\+?\d{6,15}$/.test(key) ? textOf(value) : null;
		return id === null ? collectSms(value, depth + 1) : [{ phone: providerPhone(key), smsId: id }];
	});
}

function collectSms(value: unknown, depth: number): AcceptedSms[] {
	if (depth > MAX_DEPTH) return [];
	if (Array.isArray(value)) return value.flatMap((member) => collectSms(member, depth + 1));
	return isFields(value) ? smsOf(value, depth) : [];
}

/**
 * The SMS that an answer names as accepted.
 *
 * @returns null where the answer has no such list at all, as that of a simplified send
 */
export function readSmsIds(fields: Fields): AcceptedSms[] | null {
	const [list] = ANSWER.smsIds;
	if (Object.hasOwn(fields, list)) return collectSms(fields[list], 0);
	const smsId = firstText(fields, ANSWER.smsId);
	if (smsId === null) return null;
	const phone = phoneField(fields);
	return [{ phone: providerPhone(phone), smsId }];
}
