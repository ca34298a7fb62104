import type { IExecuteFunctions } from 'n8n-workflow';

import { groupKey } from '../../shared/sending/batches';
import { overCeiling } from '../../shared/sending/ceiling';
import type { Content, Recipient } from '../../shared/sending/recipient';
import { planSimulations, type Simulation } from '../../shared/sending/simulations';
import { counted } from '../../shared/values';
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
