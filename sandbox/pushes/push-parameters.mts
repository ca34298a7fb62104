import type { Receipt, Sms } from '../campaigns/campaign.mts';
import { inParis } from '../clock/paris-time.mts';
import type { Reply } from '../replies/reply-book.mts';

/** Parameters of a receipt push (docs/provider.md, Pushes that are known). */
export const receiptParameters = (sms: Sms, receipt: Receipt): Record<string, string> => ({
	smsId: sms.smsId,
	campaignId: sms.campaign.campaignId,
	phoneNumber: sms.phoneNumber,
	status: String(receipt.code),
	statusText: receipt.comment,
	receptionDate: inParis(receipt.at),
});

/** Parameters of a reply push (docs/provider.md, Pushes that are known); blank ids where no SMS came before. */
export const replyParameters = (reply: Reply): Record<string, string> => ({
	smsMoId: reply.id,
	smsId: reply.smsId ?? '',
	campaignId: reply.campaign?.campaignId ?? '',
	phoneNumber: reply.phoneNumber,
	message: reply.message,
	receptionDate: inParis(reply.at),
});
