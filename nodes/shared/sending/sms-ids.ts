import { isFields, textOf, type Fields } from '../vocabulary/fields';
import { phoneField, providerPhone } from '../vocabulary/phone';

/** One SMS that the provider accepted. */
export interface AcceptedSms {
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
	const smsId = textOf(fields.smsId) ?? textOf(fields.id);
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
	if (Object.hasOwn(fields, 'smsIds')) return collect(fields.smsIds, 0);
	const smsId = textOf(fields.smsId);
	if (smsId === null) return null;
	const phone = phoneField(fields);
	return [{ phone: providerPhone(phone), smsId }];
}
