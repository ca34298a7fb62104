import type { ProviderReply } from '../../../nodes/shared/provider/provider-call.ts';
import { cutIntoBatches } from '../../../nodes/shared/sending/batches.ts';
import { smsTo } from './recipients.mts';

/** Two phones. */
export const A = '+33600000001';
export const B = '+33600000002';

const [cut] = cutIntoBatches([smsTo(A), smsTo(B)]);
if (!cut) throw new Error('no batch');
/** The request to both. */
export const batch = cut;

/** What comes back over the wire. */
export const answered = (httpStatus: number, body: unknown, extra = {}): ProviderReply => ({
	kind: 'answered',
	httpStatus,
	body: typeof body === 'string' ? body : JSON.stringify(body),
	retryAfterMs: null,
	location: null,
	...extra,
});

/** An answer that accepts the request. */
export const accepted = {
	status: 100,
	statusText: 'Sent',
	invalidNumbers: '',
	campaignId: 'c-1',
	credits: '340',
	smsIds: [
		{ phoneNumber: B, smsId: 'id-b' },
		{ phoneNumber: A, smsId: 'id-a' },
	],
};
