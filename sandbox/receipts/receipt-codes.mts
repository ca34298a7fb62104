import type { SmsStatus } from '../campaigns/campaign.mts';

/** A receipt code of the provider (docs/provider.md, Receipt codes) and what the sandbox makes of it. */
interface ReceiptCode {
	readonly comment: string;
	readonly status: SmsStatus;
}

const CODES: ReadonlyMap<number, ReceiptCode> = new Map([
	[1, { comment: 'Delivered', status: 'delivered' }],
	[2, { comment: 'Not delivered', status: 'undelivered' }],
	[3, { comment: 'Transmitted to the operator', status: 'sent' }],
	[4, { comment: 'Message rejected', status: 'rejected' }],
	[5, { comment: 'Rejected, unknown number or absent subscriber', status: 'rejected' }],
]);

/** Codes that are in no table. */
const UNLISTED: ReceiptCode = { comment: 'Failed', status: 'failed' };

/** The provider's words for a receipt code, and the status that it gives an SMS. */
export const receiptCode = (code: number): ReceiptCode => CODES.get(code) ?? UNLISTED;
