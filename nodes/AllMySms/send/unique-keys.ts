import { createHash } from 'crypto';

import type { ICheckProcessedOptions, IExecuteFunctions } from 'n8n-workflow';

import type { Recipient } from '../../shared/sending/recipient';
import type { Content } from '../../shared/sending/message';
import { inTurn } from '../run/crash-guard';

/** n8n forgets the oldest beyond this many; one row of its database holds them all, 27 bytes each. */
const KEPT_KEYS = 50_000;

const OPTIONS: ICheckProcessedOptions = { mode: 'entries', maxEntries: KEPT_KEYS };

const CONTEXT_KEY = 'allMySmsKeys';

const entry = ({ message, to }: Recipient): string => `allmysms-sent:${message.uniqueKey}:${to}`;

const contentOf = ({ message: { content } }: Recipient): string =>
	content.kind === 'text' ? content.text : content.url;

const shortHash = (text: string): string =>
	createHash('sha256').update(text).digest('base64').slice(0, 16);

/** Numbers that this workflow already texted under the same unique key. */
export interface UniqueKeys {
	/**
	 * Marks SMS as sent, just before their request leaves: a crash must not send them twice.
	 *
	 * @returns those that an earlier execution marked, or this one for the same text
	 * @throws what n8n throws where its store cannot be used
	 */
	claim<C extends Content>(recipients: ReadonlyArray<Recipient<C>>): Promise<Set<Recipient<C>>>;
	/**
	 * Those that {@link claim} would hold back; marks nothing. Empty where n8n's store cannot be used:
	 * then claiming says so.
	 */
	known<C extends Content>(recipients: ReadonlyArray<Recipient<C>>): Promise<Set<Recipient<C>>>;
	/**
	 * Takes back the mark of SMS that the provider certainly did not accept, unless another text that
	 * left under it needs it; never throws.
	 */
	release(recipients: readonly Recipient[]): Promise<void>;
}

/** The marks of this execution, with the texts under each; all nodes of the workflow share them. */
function ownMarks(context: IExecuteFunctions): Map<string, ReadonlySet<string>> {
	const flow = context.getContext('flow');
	const stored: unknown = flow[CONTEXT_KEY];
	return new Map(
		typeof stored === 'object' && stored !== null
			? Object.entries(stored).map(([mark, texts]) => [mark, new Set(String(texts).split(' '))])
			: [],
	);
}

/**
 * Opens n8n's own deduplication store, which all executions of the workflow share. What this
 * execution itself marked is not "earlier": a second text under the same key may leave, the same
 * text may not.
 */
export function openUniqueKeys(context: IExecuteFunctions): UniqueKeys {
	const oneByOne = inTurn();
	const own = ownMarks(context);
	const keep = () => {
		context.getContext('flow')[CONTEXT_KEY] = Object.fromEntries(
			[...own].map(([mark, texts]) => [mark, [...texts].join(' ')]),
		);
	};
	const isEarlier = (recipient: Recipient): boolean => {
		const texts = own.get(shortHash(entry(recipient)));
		return texts === undefined || texts.has(shortHash(contentOf(recipient)));
	};
	const note = (recipient: Recipient): void => {
		const mark = shortHash(entry(recipient));
		own.set(mark, new Set(own.get(mark)).add(shortHash(contentOf(recipient))));
	};
	/** Whether no other text of this execution is under the mark, which may be taken back then. */
	const forget = (recipient: Recipient): boolean => {
		const mark = shortHash(entry(recipient));
		const texts = new Set(own.get(mark));
		texts.delete(shortHash(contentOf(recipient)));
		if (texts.size === 0) own.delete(mark);
		else own.set(mark, texts);
		return texts.size === 0;
	};

	return {
		async claim(recipients) {
			const keyed = recipients.filter(({ message }) => message.uniqueKey !== null);
			if (keyed.length === 0) return new Set();
			return await oneByOne(async () => {
				const found = await context.helpers.checkProcessedAndRecord(
					keyed.map(entry),
					'workflow',
					OPTIONS,
				);
				const marked = new Set(found.processed.map(String));
				const held = new Set(keyed.filter((each) => marked.has(entry(each)) && isEarlier(each)));
				for (const each of keyed) if (!held.has(each)) note(each);
				keep();
				return held;
			});
		},
		async known(recipients) {
			const keyed = recipients.filter(({ message }) => message.uniqueKey !== null);
			if (keyed.length === 0) return new Set();
			return await oneByOne(async () => {
				try {
					// The store cannot be asked without marking: what is new is unmarked at once.
					const found = await context.helpers.checkProcessedAndRecord(
						keyed.map(entry),
						'workflow',
						OPTIONS,
					);
					await context.helpers.removeProcessed(found.new, 'workflow', OPTIONS);
					const marked = new Set(found.processed.map(String));
					return new Set(keyed.filter((each) => marked.has(entry(each)) && isEarlier(each)));
				} catch {
					return new Set();
				}
			});
		},
		async release(recipients) {
			const keyed = recipients.filter(({ message }) => message.uniqueKey !== null);
			if (keyed.length === 0) return;
			try {
				await oneByOne(async () => {
					const free = keyed.filter(forget);
					await context.helpers.removeProcessed(free.map(entry), 'workflow', OPTIONS);
					keep();
				});
			} catch (error) {
				// The outcomes of the request must reach the user; a key that stays marked sends nothing twice.
				context.logger.warn('AllMySMS could not take back the unique keys of SMS not sent', {
					reason: error instanceof Error ? error.message : String(error),
				});
			}
		},
	};
}
