import type { RecipientLine, SmsDraft } from './planned-sms';
import { cutIntoBatches, groupKey, type Batch } from './batches';

/** A campaign that `send` would make. */
export interface PlannedSimulation {
	readonly draft: SmsDraft;
	/** Null where no number of the campaign can be texted: there is nothing to ask the provider. */
	readonly batch: Batch | null;
	/** Text that is no number. */
	readonly notNumbers: readonly string[];
	/** The items that the campaign is made of, in order. */
	readonly itemIndexes: readonly number[];
}

interface Group {
	readonly draft: SmsDraft;
	readonly lines: RecipientLine[];
}

function groupLines(lines: readonly RecipientLine[]): Group[] {
	const groups = new Map<string, Group>();
	for (const line of lines) {
		const key = groupKey(line.draft);
		const group = groups.get(key);
		if (group) group.lines.push(line);
		else groups.set(key, { draft: line.draft, lines: [line] });
	}
	return [...groups.values()];
}

const itemsOf = (lines: readonly RecipientLine[]): number[] =>
	[...new Set(lines.map((line) => line.itemIndex))].sort((a, b) => a - b);

function planGroup({ draft, lines }: Group): PlannedSimulation[] {
	const bad = lines.filter((line) => line.plan.kind === 'reject');
	const notNumbers = bad.map((line) => line.to);
	const planned = lines.flatMap((line) => (line.plan.kind === 'send' ? [line.plan.sms] : []));
	const batches = cutIntoBatches(planned);
	if (batches.length === 0) {
		return [{ draft, batch: null, notNumbers, itemIndexes: itemsOf(lines) }];
	}
	const itemOf = new Map(
		lines.flatMap((line) => (line.plan.kind === 'send' ? [[line.plan.sms, line] as const] : [])),
	);
	return batches.map((batch, index): PlannedSimulation => {
		const own = batch.members.flatMap((sms) => itemOf.get(sms) ?? []);
		const first = index === 0;
		return {
			draft,
			batch,
			notNumbers: first ? notNumbers : [],
			itemIndexes: itemsOf(first ? [...own, ...bad] : own),
		};
	});
}

/**
 * Plans the campaigns that `send` would make of these lines. What is no number belongs to the
 * first campaign of its text.
 */
export function planSimulations(lines: readonly RecipientLine[]): PlannedSimulation[] {
	return groupLines(lines).flatMap(planGroup);
}
