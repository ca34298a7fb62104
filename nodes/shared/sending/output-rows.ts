import { measureText, type Encoding } from '../text/encoding';
import type { OutcomeStatus } from './outcome';
import type { Settled, SoundContent, TextContent } from './recipient';

/** What every output item of one recipient says, whatever was sent. A key without a value is null. */
type RecipientRow = {
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

/** The output item of one recipient of an SMS (contract of `sms` › `send`). */
export type SmsItem = RecipientRow & {
	encoding: Encoding;
	segments: number;
	creditsLeft: number | null;
	balance: number | null;
	/** Price of the whole request in euro; REST only. */
	cost?: number | null;
};

/** The output item of one recipient of a voice message. */
export type VoiceItem = RecipientRow & {
	/** Money left on the account, in euro. */
	balance: number | null;
	/** Price of the whole request in euro. */
	cost: number | null;
};

const recipientRow = ({ recipient: { to, message }, outcome }: Settled): RecipientRow => ({
	to,
	status: outcome.status,
	statusCode: outcome.statusCode,
	statusText: outcome.statusText,
	smsId: outcome.smsId,
	campaignId: outcome.campaignId,
	campaignName: message.settings.campaignName,
	scheduledFor: message.scheduledFor,
});

/** What became of an SMS; no key is ever missing. */
export function smsRow(settled: Settled<TextContent>): SmsItem {
	const { content, request } = settled.recipient.message;
	const { creditsLeft, balance, cost } = settled.outcome;
	const { encoding, segments } = measureText(content.text);
	const row: SmsItem = { ...recipientRow(settled), encoding, segments, creditsLeft, balance };
	if (request.api === 'rest') row.cost = cost;
	return row;
}

/** What became of a voice message; no key is ever missing. */
export const voiceRow = (settled: Settled<SoundContent>): VoiceItem => ({
	...recipientRow(settled),
	balance: settled.outcome.balance,
	cost: settled.outcome.cost,
});
