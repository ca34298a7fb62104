import { createHash } from 'crypto';

import type { Problem } from '../problem';
import { oncePerObject } from '../values';
import type { CampaignSettings, Content, Message } from './message';
import type { RequestSettings } from './options';
import { rejected, type BatchOutcome, type Outcome, type Recipient } from './recipient';

/** Recipients who leave in one request. */
export interface Batch<C extends Content = Content> {
	/** What they have in common: settings, and the template of the content. */
	readonly message: Message<C>;
	/** Never empty, and no number twice. */
	readonly recipients: ReadonlyArray<Recipient<C>>;
}

/** Most recipients of a run share their settings, and extra fields may be large. */
const written = oncePerObject((settings: CampaignSettings | RequestSettings) =>
	JSON.stringify(settings),
);

/** A text without values may read like the template of others, and its markers must stay as they are. */
const contentKey = (content: Content): string =>
	content.kind === 'text' ? `${content.values.length} ${content.template}` : content.url;

/** Messages that may leave in one request have equal keys. */
export const groupKey = ({ settings, request, content }: Message): string =>
	`${written(settings)}${written(request)}${contentKey(content)}`;

const isContentAlike = (one: Content, other: Content): boolean =>
	one.kind === 'text' &&
	other.kind === 'text' &&
	one.values.length === other.values.length &&
	one.template === other.template;

/** Whether messages have the same key, as far as that can be told at a glance. */
const isAlike = (one: Message, other: Message): boolean =>
	one.settings === other.settings &&
	one.request === other.request &&
	(one.content === other.content || isContentAlike(one.content, other.content));

/** Recipients in groups of those who may leave in one request, as they come. */
export function groupRecipients<C extends Content>(
	recipients: ReadonlyArray<Recipient<C>>,
): Array<Array<Recipient<C>>> {
	const groups = new Map<string, Array<Recipient<C>>>();
	let last: Message<C> | null = null;
	let group: Array<Recipient<C>> = [];
	for (const recipient of recipients) {
		const { message } = recipient;
		if (message !== last && !(last && isAlike(message, last))) {
			const key = groupKey(message);
			group = groups.get(key) ?? [];
			groups.set(key, group);
		}
		last = message;
		group.push(recipient);
	}
	return [...groups.values()];
}

/** The first message to each number, then the second to each number, …: no number twice in a wave. */
function waves<C extends Content>(
	group: ReadonlyArray<Recipient<C>>,
): Array<ReadonlyArray<Recipient<C>>> {
	if (new Set(group.map(({ to }) => to)).size === group.length) return [group];
	const timesSeen = new Map<string, number>();
	const result: Array<Array<Recipient<C>>> = [];
	for (const recipient of group) {
		const wave = timesSeen.get(recipient.to) ?? 0;
		timesSeen.set(recipient.to, wave + 1);
		(result[wave] ??= []).push(recipient);
	}
	return result;
}

/**
 * The provider is presumed to refuse a second request with the same identifier. A key that only
 * one SMS has is its identifier; other requests under a key are told apart by their content, so
 * that none is refused but one that already left.
 */
function identifierOf(key: string, { message, recipients }: Batch, place: number): string {
	const valuesOf = (content: Content) => (content.kind === 'text' ? content.values : []);
	const content = [
		contentKey(message.content),
		recipients.map(({ to, message: own }) => [to, valuesOf(own.content)]),
		place,
	];
	const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
	return `${key}-${hash.slice(0, 12)}`;
}

function countKeys(recipients: readonly Recipient[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { message } of recipients) {
		const key = message.settings.uniqueIdentifier;
		if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

/**
 * Groups recipients whose template, sender, date, campaign and options are equal, and cuts the groups
 * into requests: at most `batchSize` recipients, and no number twice in one request.
 */
export function cutIntoBatches<C extends Content>(
	recipients: ReadonlyArray<Recipient<C>>,
): Array<Batch<C>> {
	const keyCounts = countKeys(recipients);
	const batches: Array<Batch<C>> = [];
	const add = (members: ReadonlyArray<Recipient<C>>, place: number) => {
		const message = members[0]?.message;
		if (!message) return;
		const key = message.settings.uniqueIdentifier;
		const isShared = key !== null && (keyCounts.get(key) ?? 0) > 1;
		const settings = isShared
			? {
					...message.settings,
					uniqueIdentifier: identifierOf(key, { message, recipients: members }, place),
				}
			: message.settings;
		batches.push({ message: { ...message, settings }, recipients: members });
	};
	for (const group of groupRecipients(recipients)) {
		const size = group[0]?.message.request.batchSize ?? 1;
		let place = 0;
		for (const wave of waves(group)) {
			for (let start = 0; start < wave.length; start += size) {
				add(wave.slice(start, start + size), place++);
			}
		}
	}
	return batches;
}

/** How batches leave. */
export interface Dispatch<C extends Content> {
	/** Sends one batch and never throws. */
	readonly send: (batch: Batch<C>) => Promise<BatchOutcome>;
	/** Called as soon as the outcomes of a batch are known, before the next one leaves. */
	readonly record: (batch: Batch<C>, outcomes: readonly Outcome[]) => void;
	readonly cancelled: () => boolean;
	/** Requests under way at once. */
	readonly concurrency: number;
}

const CANCELLED: Problem = {
	what: 'the execution was canceled',
	remedy: 'Send these again where they are still wanted.',
};

/**
 * Sends batches, several at once, in order. After an answer that the others would get too
 * (a wrong key, no credit left, no connection) the rest is not sent.
 *
 * @returns the outcomes of each batch, in the order of the batches
 */
export async function dispatchBatches<C extends Content>(
	batches: ReadonlyArray<Batch<C>>,
	dispatch: Dispatch<C>,
): Promise<Array<readonly Outcome[]>> {
	const results: Array<readonly Outcome[]> = batches.map(() => []);
	let next = 0;
	let halt: Problem | null = null;

	const withheld = (batch: Batch, problem: Problem) =>
		batch.recipients.map(() => rejected(problem));
	const worker = async (): Promise<void> => {
		while (next < batches.length) {
			const index = next++;
			const batch = batches[index];
			if (!batch) return;
			if (dispatch.cancelled()) {
				results[index] = withheld(batch, CANCELLED);
			} else if (halt !== null) {
				results[index] = withheld(batch, halt);
			} else {
				const outcome = await dispatch.send(batch);
				halt ??= outcome.halt;
				results[index] = outcome.outcomes;
				dispatch.record(batch, outcome.outcomes);
			}
		}
	};
	const workers = Math.max(1, Math.min(dispatch.concurrency, batches.length));
	await Promise.all(Array.from({ length: workers }, worker));
	return results;
}
