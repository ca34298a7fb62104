import type { IExecuteFunctions } from 'n8n-workflow';

import { fail, read, type Result } from '../../shared/problem';
import { type ProviderCall, v9Call } from '../../shared/provider/provider-call';
import { type Batch, groupKey } from '../../shared/sending/batches';
import { overCeiling } from '../../shared/sending/rules';
import type { Recipient } from '../../shared/sending/recipient';
import type { Content } from '../../shared/sending/message';
import {
	type Estimate,
	planSimulations,
	readSimulateAnswer,
	type Simulation,
} from '../../shared/sending/simulations';
import { priceFinder, type PriceOf } from '../../shared/sending/sms-costs';
import { counted } from '../../shared/values';
import { readAccount } from '../../shared/vocabulary/accounts';
import { type PriceRow, readPrices } from '../../shared/vocabulary/look-ups';
import { askProvider } from '../run/ask';
import { addHint } from '../run/item-output';
import { countedText, keepRules, limitOf } from './keep-rules';

/** The campaigns that `send` would make, and what it would do besides, in sentences for the user. */
export interface SimulatedRun<C extends Content> {
	readonly simulations: ReadonlyArray<Simulation<C>>;
	/** As the rules leave them. */
	readonly recipients: ReadonlyArray<Recipient<C>>;
	readonly hints: readonly string[];
}

/** Whom a rule keeps away, by what is said of the first of them. */
function leftOutHints(ruled: readonly Recipient[], given: readonly Recipient[]): string[] {
	const texts = new Map<string, number>();
	for (const [index, { known }] of ruled.entries()) {
		if (known === null || given[index]?.known !== null) continue;
		const kind = known.problem?.kind ?? known.statusText;
		texts.set(kind, (texts.get(kind) ?? 0) + 1);
	}
	return [...texts].map(
		([text, count]) => `Send would leave out ${counted(count, 'recipient')}: ${text}`,
	);
}

/** A test phone means nothing where nobody gets anything. */
const untested = <C extends Content>(recipient: Recipient<C>): Recipient<C> => {
	const { message } = recipient;
	if (message.rules.testRecipient === null) return recipient;
	return {
		...recipient,
		message: { ...message, rules: { ...message.rules, testRecipient: null } },
	};
};

/**
 * Puts those who want no advertising into the campaigns that they would have been in, of which some
 * were moved.
 */
function withCampaigns<C extends Content>(
	ruled: ReadonlyArray<Recipient<C>>,
	given: ReadonlyArray<Recipient<C>>,
	isUnwanted: (index: number) => boolean,
): Array<Recipient<C>> {
	const campaigns = new Map(
		ruled.flatMap(({ known, message }, index) => {
			const original = given[index]?.message;
			return known === null && original ? [[groupKey(original), message] as const] : [];
		}),
	);
	return ruled.map((each, index) =>
		isUnwanted(index)
			? { ...each, message: campaigns.get(groupKey(each.message)) ?? each.message }
			: each,
	);
}

/** Plans the campaigns of a run as `send` would make them, the rules of its options kept. */
export async function planSimulatedRun<C extends Content>(
	context: IExecuteFunctions,
	recipients: ReadonlyArray<Recipient<C>>,
): Promise<SimulatedRun<C>> {
	const given = recipients.map(untested);
	const ruled = await keepRules(context, given);
	const isUnwanted = (index: number): boolean =>
		ruled[index]?.known?.status === 'skipped' && given[index]?.known === null;
	const planned = withCampaigns(ruled, given, isUnwanted);
	const invalid = new Set<Recipient>(
		planned.filter((_, index) => isUnwanted(index) || given[index]?.known?.status === 'rejected'),
	);
	const open = ruled.filter(({ known }) => known === null);
	const over = overCeiling(open.map(countedText), limitOf(open), 0);
	const all = planSimulations(planned, (each) => invalid.has(each));
	// What a rule keeps away makes no campaign, but one item must tell so where nothing else is left.
	const made = all.filter(({ batch, notNumbers }) => batch !== null || notNumbers.length > 0);
	return {
		recipients: ruled,
		simulations: made.length > 0 ? made : all.slice(0, 1),
		hints: [
			...(over ? [`Send would refuse this run: ${over.what}. ${over.remedy}`] : []),
			...leftOutHints(ruled, given),
		],
	};
}

/**
 * Asks what a campaign would cost; sends nothing.
 *
 * @param callFor the request of its batch
 */
export async function askEstimate<C extends Content>(
	context: IExecuteFunctions,
	{ batch }: Simulation<C>,
	callFor: (batch: Batch<C>) => ProviderCall,
): Promise<Result<Estimate>> {
	if (!batch) return read({ credits: 0, cost: 0, invalidNumbers: [] });
	const { api, timeoutMs } = batch.message.request;
	const reply = await askProvider(context, callFor(batch), timeoutMs);
	if (!reply.ok) return reply;
	const reading = readSimulateAnswer(reply.value.data, reply.value.httpStatus, api);
	if (reading.kind === 'counted') return read(reading);
	if (reading.kind === 'refused') return fail(reading.problem);
	return fail({ what: reading.reason, remedy: 'Run the node again later.' });
}

/**
 * Reads the provider's prices once, when they are first needed. Where they are not to be had, a hint
 * says so, and no number has a price: nothing is guessed.
 *
 * @param kind which of the prices
 */
export function priceList(
	context: IExecuteFunctions,
	kind: keyof Pick<PriceRow, 'sms' | 'voicemail'>,
): () => Promise<PriceOf> {
	const ask = async (): Promise<PriceOf> => {
		const reply = await askProvider(context, v9Call('getPrices', {}));
		const rows = reply.ok ? readPrices(reply.value.data, reply.value.httpStatus) : reply;
		if (rows.ok) {
			return priceFinder(rows.value.map(({ row }) => ({ ...row, price: row[kind] })));
		}
		addHint(
			context,
			'warning',
			`The prices could not be read, so that 'cost' is null: ${rows.problem.what}.`,
		);
		return () => null;
	};
	let prices: Promise<PriceOf> | null = null;
	return async () => await (prices ??= ask());
}

/** What the account has left, in a sentence for the user. */
export interface CreditsHint {
	readonly text: string;
	readonly isEnough: boolean;
}

const spoken = (count: number): string => count.toLocaleString('en-US');

/**
 * Tells what the account has left, before an SMS is refused for want of it.
 *
 * @param needed credits; null where the provider does not tell them
 * @returns null where the account does not tell
 */
export async function creditsHint(
	context: IExecuteFunctions,
	needed: number | null,
): Promise<CreditsHint | null> {
	const reply = await askProvider(context, v9Call('getInfo'));
	const account = reply.ok ? readAccount(reply.value.data, reply.value.httpStatus, 'v9') : reply;
	const left = account.ok ? account.value.credits : null;
	if (left === null) return null;
	const has = `The account has ${spoken(left)} credits`;
	if (needed === null) return { text: `${has}.`, isEnough: true };
	if (needed <= left) {
		return { text: `${has}; this run takes ${spoken(needed)}.`, isEnough: true };
	}
	return {
		text: `${has}, ${spoken(needed - left)} less than this run takes: AllMySMS would refuse SMS of it. Top up the account before you send.`,
		isEnough: false,
	};
}
