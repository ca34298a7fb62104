import type { Outcome, OutcomeStatus } from '../outcomes/outcome';
import type { RecipientLine } from '../recipients/planned-sms';
import { measureText, type Encoding } from '../text/encoding';

/** The output item of one recipient (contract of `sms` › `send`). */
export type SmsItem = {
	to: string;
	status: OutcomeStatus;
	statusCode: number | null;
	statusText: string;
	smsId: string | null;
	campaignId: string | null;
	campaignName: string | null;
	scheduledFor: string | null;
	encoding: Encoding;
	segments: number;
	creditsLeft: number | null;
	balance: number | null;
	/** Price of the whole request in euro; REST only. */
	cost?: number | null;
};

/** Writes what became of one recipient as an output item; no key is ever missing. */
export function smsItem(line: RecipientLine, outcome: Outcome): SmsItem {
	const { encoding, segments } = measureText(line.text);
	return {
		to: line.to,
		status: outcome.status,
		statusCode: outcome.statusCode,
		statusText: outcome.statusText,
		smsId: outcome.smsId,
		campaignId: outcome.campaignId,
		campaignName: line.draft.settings.campaignName,
		scheduledFor: line.scheduledFor,
		encoding,
		segments,
		creditsLeft: outcome.creditsLeft,
		balance: outcome.balance,
		...(line.draft.request.api === 'rest' ? { cost: outcome.cost } : {}),
	};
}
