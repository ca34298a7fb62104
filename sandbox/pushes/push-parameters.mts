import type { Receipt, Sms } from '../campaigns/campaign.mts';
import { inParis } from '../paris-time.mts';
import type { Reply } from '../replies/reply-book.mts';

/** Parameters of a receipt push (fact sheet 7.1). */
export const receiptParameters = (sms: Sms, receipt: Receipt): Record<string, string> => ({
	smsId: sms.smsId,
	campaignId: sms.campaign.campaignId,
	phoneNumber: sms.phoneNumber,
	status: String(receipt.code),
	statusText: receipt.comment,
	receptionDate: inParis(receipt.at),
});

/** Parameters of a reply push (fact sheet 7.1); blank ids where no SMS came before. */
export const replyParameters = (reply: Reply): Record<string, string> => ({
	smsMoId: reply.id,
	smsId: reply.smsId ?? '',
	campaignId: reply.campaign?.campaignId ?? '',
	phoneNumber: reply.phoneNumber,
	message: reply.message,
	receptionDate: inParis(reply.at),
});
