import type { PlannedSimulation } from './simulations';
import { measureText } from '../text/encoding';

/** The output item of one simulated campaign (contract of `sms` › `simulate`). */
export type SimulationItem = {
	/** How many phones the campaign would text. */
	recipients: number;
	/** Segments of all recipients together. */
	segments: number;
	/** Credits that the campaign would cost; null where the provider does not say (REST counts in euro). */
	credits: number | null;
	/** Numbers that the provider would refuse, and text that is no number. */
	invalidNumbers: string[];
	campaignName: string | null;
	sender: string | null;
	/** The text as a template: markers stand where recipients differ. */
	message: string;
};

/** What the provider says of a campaign. */
export interface SimulationAnswer {
	readonly credits: number | null;
	/** E.164. */
	readonly invalidNumbers: readonly string[];
}

/** Writes a simulated campaign as an output item; no key is ever missing. */
export function simulationItem(
	{ draft, batch, notNumbers }: PlannedSimulation,
	answer: SimulationAnswer,
): SimulationItem {
	const refused = new Set(answer.invalidNumbers);
	const texted = (batch?.members ?? []).filter((sms) => !refused.has(sms.to));
	return {
		recipients: texted.length,
		segments: texted.reduce((sum, sms) => sum + measureText(sms.text).segments, 0),
		credits: answer.credits,
		invalidNumbers: [...new Set([...answer.invalidNumbers, ...notNumbers])],
		campaignName: draft.settings.campaignName,
		sender: draft.settings.sender,
		message: draft.message,
	};
}
