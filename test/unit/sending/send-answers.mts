import { readSendAnswer } from '../../../nodes/shared/sending/answers.ts';
import type { Batch } from '../../../nodes/shared/sending/batches.ts';
import type { AnswerData } from '../../../nodes/shared/vocabulary/answers.ts';
import { settings, smsTo } from './recipients.mts';

/** Three phones. */
export const A = '33600000001';
export const B = '33600000002';
export const C = '33600000003';

/** A request to these phones. */
export function campaign(phones: string[], date: string | null = null): Batch {
	const recipients = phones.map((digits) =>
		smsTo(`+${digits}`, { settings: { ...settings, date } }),
	);
	return { message: smsTo('', { settings: { ...settings, date } }).message, recipients };
}

/** What an answer says of one phone. */
export const row = (phoneNumber: unknown, smsId: unknown = `id-${String(phoneNumber)}`) => ({
	phoneNumber,
	smsId,
});

/** `id`, `rejected`, `unknown` or `accepted` for each number. */
export function outcomes(
	data: AnswerData,
	phones = [A, B, C],
	api: 'v9' | 'rest' = 'v9',
): string[] {
	const reading = readSendAnswer(data, campaign(phones), 200, api);
	if (reading.kind !== 'accepted') return [reading.kind];
	return phones.map((phone) => {
		const own = reading.perRecipient.get(`+${phone}`);
		if (!own) return 'missing';
		if ('smsId' in own) return own.smsId ?? 'accepted';
		return 'rejected' in own ? 'rejected' : 'unknown';
	});
}

/** An answer that accepts the request. */
export const accepted = (smsIds: unknown, more: object = {}) => ({
	status: 100,
	statusText: 'ok',
	campaignId: 'c1',
	invalidNumbers: '',
	smsIds,
	...more,
});
