import type { Problem } from '../problem';
import { firstText, textOf } from '../vocabulary/fields';
import { ANSWER, PUSH } from '../vocabulary/spellings';
import { isFields, type Fields } from '../values';
import { phoneField, providerPhone } from '../vocabulary/phone';

/** One SMS that the provider accepted. */
interface AcceptedSms {
	/** E.164; null where the answer does not say whose it is. */
	readonly phone: string | null;
	/** Null where the answer names the number without an id. */
	readonly smsId: string | null;
}

/** Lists inside lists deeper than this are no answer of the provider. */
const MAX_DEPTH = 6;

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

function ofFields(fields: Fields, depth: number): AcceptedSms[] {
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
		return id === null ? collect(value, depth + 1) : [{ phone: providerPhone(key), smsId: id }];
	});
}

function collect(value: unknown, depth: number): AcceptedSms[] {
	if (depth > MAX_DEPTH) return [];
	if (Array.isArray(value)) return value.flatMap((member) => collect(member, depth + 1));
	return isFields(value) ? ofFields(value, depth) : [];
}

/**
 * The SMS that an answer names as accepted.
 *
 * @returns null where the answer has no such list at all, as that of a simplified send
 */
export function readSmsIds(fields: Fields): AcceptedSms[] | null {
	const [list] = ANSWER.smsIds;
	if (Object.hasOwn(fields, list)) return collect(fields[list], 0);
	const smsId = firstText(fields, ANSWER.smsId);
	if (smsId === null) return null;
	const phone = phoneField(fields);
	return [{ phone: providerPhone(phone), smsId }];
}

/** What the provider says of one number of a campaign that it took. */
export type RecipientAnswer =
	| { readonly smsId: string | null }
	| { readonly rejected: Problem }
	/** It may have been texted: nobody may text it again before a person has looked. */
	| { readonly unknown: Problem };

/** The part of an answer that is about single numbers. */
export interface AnswerByNumber {
	/** The numbers of the campaign, E.164. */
	readonly numbers: readonly string[];
	/** Null where the answer has no list of ids. */
	readonly ids: readonly AcceptedSms[] | null;
	readonly invalidNumbers: ReadonlySet<string>;
	/** SMS that the provider counted, or null. */
	readonly counted: number | null;
	readonly scheduled: boolean;
	/** The answer says that some numbers are invalid. */
	readonly someInvalid: boolean;
}

const CHECK_NUMBER =
	"Correct the number, or take the person off the list: 'Blacklist › Check' tells the two apart.";

const INVALID: RecipientAnswer = {
	rejected: {
		what: 'AllMySMS refused the number: it does not exist, or it is blacklisted, as after a STOP',
		remedy: CHECK_NUMBER,
	},
};

const LEFT_OUT: RecipientAnswer = {
	rejected: {
		what: 'AllMySMS took the campaign and left this number out: it does not exist, or it is blacklisted, as after a STOP',
		remedy: CHECK_NUMBER,
	},
};

const NOT_NAMED: RecipientAnswer = {
	unknown: {
		what: 'AllMySMS took the campaign, but its answer does not name this number',
		remedy: 'Look at the campaign in the AllMySMS client area before you send it again.',
	},
};

const WITHOUT_ID: RecipientAnswer = { smsId: null };

/**
 * What the answer means for numbers that it names neither as accepted nor as invalid. Each
 * accepted SMS has an id, so what is missing from a list of ids was refused, unless the list has
 * ids left over that could be theirs.
 */
function ofUnnamed(answer: AnswerByNumber, unnamed: number, spareIds: number): RecipientAnswer {
	const { ids, counted, invalidNumbers, scheduled, someInvalid } = answer;
	if (counted === 0 && (ids ?? []).length === 0) return LEFT_OUT;
	if (ids === null) {
		// "Some are invalid", and not which.
		return someInvalid && invalidNumbers.size === 0 ? NOT_NAMED : WITHOUT_ID;
	}
	if (ids.length > 0) {
		if (spareIds === 0) return LEFT_OUT;
		return spareIds >= unnamed ? WITHOUT_ID : NOT_NAMED;
	}
	// An SMS that leaves later may get its id later.
	return scheduled && !someInvalid ? WITHOUT_ID : NOT_NAMED;
}

/** Sorts the numbers of a campaign into those with an id, the refused, and the doubtful. */
export function recipientAnswers(answer: AnswerByNumber): Map<string, RecipientAnswer> {
	const byPhone = new Map<string, AcceptedSms>();
	const ours = new Set(answer.numbers);
	const spare = new Set<string>();
	for (const sms of answer.ids ?? []) {
		if (sms.phone !== null && ours.has(sms.phone)) {
			const known = byPhone.get(sms.phone);
			if (!known || known.smsId === null) byPhone.set(sms.phone, sms);
		} else if (sms.smsId !== null) {
			spare.add(sms.smsId);
		}
	}
	const result = new Map<string, RecipientAnswer>();
	const unnamed: string[] = [];
	for (const number of answer.numbers) {
		const accepted = byPhone.get(number);
		// An id is a receipt: it outweighs the list of invalid numbers.
		if (accepted && (accepted.smsId !== null || !answer.invalidNumbers.has(number))) {
			result.set(number, { smsId: accepted.smsId });
		} else if (answer.invalidNumbers.has(number)) result.set(number, INVALID);
		else unnamed.push(number);
	}
	const [only] = spare;
	if (unnamed.length === 1 && spare.size === 1 && unnamed[0] !== undefined && only !== undefined) {
		return result.set(unnamed[0], { smsId: only });
	}
	const meaning = ofUnnamed(answer, unnamed.length, spare.size);
	for (const number of unnamed) result.set(number, meaning);
	return result;
}
