import type { Outcome, OutcomeStatus } from './outcome';
import type { RecipientLine } from './planned-sms';

/** What every output item of one recipient says, whatever was sent. A key without a value is null. */
export type RecipientRow = {
	/** E.164, or the text as given where it is no number. */
	to: string;
	status: OutcomeStatus;
	/** Code of the provider's status table. */
	statusCode: number | null;
	statusText: string;
	smsId: string | null;
	campaignId: string | null;
	campaignName: string | null;
	/** ISO 8601 with offset. */
	scheduledFor: string | null;
};

/** Writes what became of one recipient. */
export const recipientRow = (line: RecipientLine, outcome: Outcome): RecipientRow => ({
	to: line.to,
	status: outcome.status,
	statusCode: outcome.statusCode,
	statusText: outcome.statusText,
	smsId: outcome.smsId,
	campaignId: outcome.campaignId,
	campaignName: line.draft.settings.campaignName,
	scheduledFor: line.scheduledFor,
});
