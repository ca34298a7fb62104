import type { AnswerData } from '../vocabulary/answers';
import { readVerdict, type Verdict } from '../vocabulary/codes';
import { firstNumber, tellingFields } from '../vocabulary/fields';
import { readInvalidNumbers } from '../vocabulary/phone';
import { ANSWER, type Api } from '../vocabulary/spellings';
import { cutIntoBatches, groupRecipients, type Batch } from './batches';
import type { Content, Message, SoundContent, TextContent } from './message';
import type { Recipient } from './recipient';
import {
	detailsOf,
	segmentsOf,
	smsCost,
	sumOf,
	type PriceOf,
	type SimulationDetails,
} from './sms-costs';

/** A campaign that `send` would make. */
export interface Simulation<C extends Content = Content> {
	readonly message: Message<C>;
	/** Null where no number of the campaign can be texted: there is nothing to ask the provider. */
	readonly batch: Batch<C> | null;
	/** Text that is no number, and numbers that want no advertising. */
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

/** Whether the provider would refuse a recipient, as far as is known here. */
type IsInvalid = (recipient: Recipient) => boolean;

function planGroup<C extends Content>(
	message: Message<C>,
	recipients: ReadonlyArray<Recipient<C>>,
	isInvalid: IsInvalid,
): Array<Simulation<C>> {
	const bad = recipients.filter(isInvalid);
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
	isInvalid: IsInvalid = ({ known }) => known?.status === 'rejected',
): Array<Simulation<C>> =>
	groupRecipients(recipients).flatMap((group) =>
		group[0] ? planGroup(group[0].message, group, isInvalid) : [],
	);

/** What a campaign costs; both null where the provider does not tell. */
type Cost = {
	cost: number | null;
	/** ISO 4217. */
	currency: string | null;
};

/** The output item of one simulated campaign (contract of `sms` › `simulate`). */
export type SimulationItem = {
	/** How many phones the campaign would text. */
	recipients: number;
	/** Segments of all recipients together. */
	segments: number;
	/** Credits that the campaign would cost; null where the provider does not say (REST counts in euro). */
	credits: number | null;
} & Cost & {
		/** Numbers that the provider would refuse, and text that is no number. */
		invalidNumbers: string[];
		campaignName: string | null;
		sender: string | null;
		/** The text as its first recipient would read it. */
		message: string;
	} & Partial<SimulationDetails>;

/** The output item of one simulated campaign of voice messages. */
export type VoiceSimulationItem = {
	/** How many voicemails the campaign would reach. */
	recipients: number;
} & Cost & {
		invalidNumbers: string[];
		campaignName: string | null;
		from: string | null;
		audioUrl: string;
	};

const inEuro = (cost: number | null): Cost => ({ cost, currency: cost === null ? null : 'EUR' });

function reached<C extends Content>({ batch }: Simulation<C>, { invalidNumbers }: Estimate) {
	const refused = new Set(invalidNumbers);
	return (batch?.recipients ?? []).filter(({ to }) => !refused.has(to));
}

const allInvalid = ({ notNumbers }: Simulation, { invalidNumbers }: Estimate): string[] => [
	...new Set([...invalidNumbers, ...notNumbers]),
];

/**
 * Writes a simulated campaign as an output item; no key is ever missing.
 *
 * @param priceOf a segment costs; the provider's own figure for the campaign goes first
 */
export function smsSimulationRow(
	simulation: Simulation<TextContent>,
	estimate: Estimate,
	priceOf: PriceOf,
	withDetails: boolean,
): SimulationItem {
	const { content, settings } = simulation.message;
	const texted = reached(simulation, estimate);
	const cost = estimate.cost ?? sumOf(texted.map((each) => smsCost(each, priceOf)));
	return {
		recipients: texted.length,
		segments: texted.reduce((sum, recipient) => sum + segmentsOf(recipient), 0),
		credits: estimate.credits,
		...inEuro(cost),
		invalidNumbers: allInvalid(simulation, estimate),
		campaignName: settings.campaignName,
		sender: settings.sender,
		message: (texted[0]?.message.content ?? content).text,
		...(withDetails ? detailsOf(texted, priceOf) : {}),
	};
}

/** Writes a simulated campaign of voice messages as an output item; no key is ever missing. */
export function voiceSimulationRow(
	simulation: Simulation<SoundContent>,
	estimate: Estimate,
	priceOf: PriceOf,
): VoiceSimulationItem {
	const { content, settings } = simulation.message;
	const called = reached(simulation, estimate);
	return {
		recipients: called.length,
		...inEuro(estimate.cost ?? sumOf(called.map(({ to }) => priceOf(to)))),
		invalidNumbers: allInvalid(simulation, estimate),
		campaignName: settings.campaignName,
		from: settings.sender,
		audioUrl: content.url,
	};
}
