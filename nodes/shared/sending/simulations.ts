import { measureText } from '../text/encoding';
import { readVerdict, type Api, type Verdict } from '../vocabulary/campaigns';
import { firstNumber, tellingFields } from '../vocabulary/fields';
import { readInvalidNumbers } from '../vocabulary/phone';
import type { AnswerData } from '../vocabulary/answers';
import { cutIntoBatches, groupRecipients, type Batch } from './batches';
import type { Content, Message, Recipient, SoundContent, TextContent } from './recipient';
import { ANSWER } from '../vocabulary/spellings';

/** A campaign that `send` would make. */
export interface Simulation<C extends Content = Content> {
	readonly message: Message<C>;
	/** Null where no number of the campaign can be texted: there is nothing to ask the provider. */
	readonly batch: Batch<C> | null;
	/** Text that is no number. */
	readonly notNumbers: readonly string[];
	/** The items that the campaign is made of, in order. */
	readonly itemIndexes: readonly number[];
}

/** What the provider says of a campaign. */
export interface Estimate {
	/** Null where the provider does not say: REST counts in euro. */
	readonly credits: number | null;
	/** In euro; null where the provider does not say. */
	readonly cost: number | null;
	/** E.164. */
	readonly invalidNumbers: readonly string[];
}

/** What the provider says to a request that only asks for the price. */
export type SimulateReading =
	| ({ readonly kind: 'counted' } & Estimate)
	| Exclude<Verdict, { kind: 'accepted' }>;

/** Reads the answer to `simulateCampaign`, or to a REST send with `simulate`. */
export function readSimulateAnswer(
	data: AnswerData,
	httpStatus: number,
	api: Api,
): SimulateReading {
	const fields = tellingFields(data);
	if (!fields) return { kind: 'unreadable', reason: 'the answer of AllMySMS is empty' };
	const credits = firstNumber(fields, ANSWER.creditsUsed);
	const cost = firstNumber(fields, ANSWER.cost);
	const counts = credits ?? firstNumber(fields, ANSWER.countOfSms) ?? cost;
	const verdict = readVerdict(fields, httpStatus, api, counts !== null);
	if (verdict.kind !== 'accepted') return verdict;
	const invalidNumbers = readInvalidNumbers(fields[ANSWER.invalidNumbers[0]]);
	return { kind: 'counted', credits, cost, invalidNumbers };
}

const itemsOf = (recipients: readonly Recipient[]): number[] =>
	[...new Set(recipients.map(({ itemIndex }) => itemIndex))].sort((a, b) => a - b);

function planGroup<C extends Content>(
	message: Message<C>,
	recipients: ReadonlyArray<Recipient<C>>,
): Array<Simulation<C>> {
	const bad = recipients.filter(({ known }) => known?.status === 'rejected');
	const notNumbers = bad.map(({ to }) => to);
	const batches = cutIntoBatches(recipients.filter(({ known }) => known === null));
	if (batches.length === 0) {
		return [{ message, batch: null, notNumbers, itemIndexes: itemsOf(recipients) }];
	}
	return batches.map((batch, index) =>
		index === 0
			? { message, batch, notNumbers, itemIndexes: itemsOf([...batch.recipients, ...bad]) }
			: { message, batch, notNumbers: [], itemIndexes: itemsOf(batch.recipients) },
	);
}

/**
 * Plans the campaigns that `send` would make of these recipients. What is no number belongs to the
 * first campaign of its text.
 */
export const planSimulations = <C extends Content>(
	recipients: ReadonlyArray<Recipient<C>>,
): Array<Simulation<C>> =>
	groupRecipients(recipients).flatMap((group) =>
		group[0] ? planGroup(group[0].message, group) : [],
	);

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

function reached<C extends Content>({ batch }: Simulation<C>, { invalidNumbers }: Estimate) {
	const refused = new Set(invalidNumbers);
	return (batch?.recipients ?? []).filter(({ to }) => !refused.has(to));
}

const allInvalid = ({ notNumbers }: Simulation, { invalidNumbers }: Estimate): string[] => [
	...new Set([...invalidNumbers, ...notNumbers]),
];

/** Writes a simulated campaign as an output item; no key is ever missing. */
export function smsSimulationRow(
	simulation: Simulation<TextContent>,
	estimate: Estimate,
): SimulationItem {
	const { content, settings } = simulation.message;
	const texted = reached(simulation, estimate);
	return {
		recipients: texted.length,
		segments: texted.reduce(
			(sum, { message }) => sum + measureText(message.content.text).segments,
			0,
		),
		credits: estimate.credits,
		invalidNumbers: allInvalid(simulation, estimate),
		campaignName: settings.campaignName,
		sender: settings.sender,
		message: content.template,
	};
}

/** Writes a simulated campaign of voice messages as an output item; no key is ever missing. */
export function voiceSimulationRow(
	simulation: Simulation<SoundContent>,
	estimate: Estimate,
): VoiceSimulationItem {
	const { content, settings } = simulation.message;
	return {
		recipients: reached(simulation, estimate).length,
		cost: estimate.cost,
		invalidNumbers: allInvalid(simulation, estimate),
		campaignName: settings.campaignName,
		from: settings.sender,
		audioUrl: content.url,
	};
}
