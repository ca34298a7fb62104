import { measureText, type Encoding } from '../text/sms-alphabet';
import type { SoundContent, TextContent } from './message';
import type { OutcomeStatus, Settled } from './recipient';

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

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

/** What became of a message, with what a rule made of it before it left. */
function statusText({ recipient: { message, meantFor }, outcome }: Settled): string {
	if (meantFor !== undefined) return `Test, meant for ${meantFor}: ${outcome.statusText}`;
	if (message.postponed === undefined || outcome.status !== 'scheduled') return outcome.statusText;
	return `${sentence(outcome.statusText)} Postponed to ${message.scheduledFor ?? ''}, because ${message.postponed}.`;
}

const recipientRow = (settled: Settled): RecipientRow => ({
	to: settled.recipient.to,
	status: settled.outcome.status,
	statusCode: settled.outcome.statusCode,
	statusText: statusText(settled),
	smsId: settled.outcome.smsId,
	campaignId: settled.outcome.campaignId,
	campaignName: settled.recipient.message.settings.campaignName,
	scheduledFor: settled.recipient.message.scheduledFor,
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
