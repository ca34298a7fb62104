import type { PlannedSimulation } from './simulations';
import type { Outcome } from './outcome';
import type { RecipientLine } from './planned-sms';
import { recipientRow, type RecipientRow } from './recipient-row';

/** The output item of one recipient of a voice message. A key without a value is null. */
export type VoiceItem = RecipientRow & {
	/** Money left on the account, in euro. */
	balance: number | null;
	/** Price of the whole request in euro. */
	cost: number | null;
};

/** Outcomes speak of SMS, because both travel the same road: the same text for a voice message. */
export const inVoiceWords = (text: string): string =>
	text
		.replace(/\b(?:the|an) SMS\b/g, 'the voice message')
		.replace(/\bThe SMS\b/g, 'The voice message');

/** Writes what became of one recipient as an output item; no key is ever missing. */
export const voiceItem = (line: RecipientLine, outcome: Outcome): VoiceItem => ({
	...recipientRow(line, outcome),
	statusText: inVoiceWords(outcome.statusText),
	balance: outcome.balance,
	cost: outcome.cost,
});

/** The output item of one simulated campaign of voice messages. */
export type VoiceSimulationItem = {
	/** How many voicemails the campaign would reach. */
	recipients: number;
	/** In euro; null where the provider does not say. */
	cost: number | null;
	invalidNumbers: string[];
	campaignName: string | null;
	from: string | null;
	audioUrl: string;
};

/** Writes a simulated campaign as an output item; no key is ever missing. */
export function voiceSimulationItem(
	{ draft, batch, notNumbers }: PlannedSimulation,
	answer: { readonly cost: number | null; readonly invalidNumbers: readonly string[] },
): VoiceSimulationItem {
	const refused = new Set(answer.invalidNumbers);
	return {
		recipients: (batch?.members ?? []).filter(({ to }) => !refused.has(to)).length,
		cost: answer.cost,
		invalidNumbers: [...new Set([...answer.invalidNumbers, ...notNumbers])],
		campaignName: draft.settings.campaignName,
		from: draft.settings.sender,
		audioUrl: draft.message,
	};
}
