import { createHash } from 'crypto';

import type { SmsEvent } from './sms-event';

/** Enough of the hash that no two events of an account share it. */
const KEY_LENGTH = 16;

/** What makes an event itself; null where nothing tells it from another one. */
function identity(event: SmsEvent): unknown[] | null {
	switch (event.event) {
		case 'deliveryReport': {
			const { smsId, phoneNumber, receptionDate, meaning, statusText } = event;
			const { statusCode, status } = meaning;
			if (smsId === null && (phoneNumber === null || receptionDate === null)) return null;
			return ['report', smsId, phoneNumber, statusCode ?? [status, statusText], receptionDate];
		}
		case 'reply':
		case 'stop': {
			const { replyId, smsId, phoneNumber, message, receptionDate } = event;
			if (replyId !== null) return ['reply', replyId, phoneNumber, message];
			// The same word twice may be two answers.
			if (phoneNumber === null || receptionDate === null) return null;
			return ['reply', smsId, phoneNumber, message, receptionDate];
		}
		case 'other':
			return event.receptionDate === null ? null : ['other', event.raw];
	}
}

/**
 * The key under which repeats of an event are recognised. Only what is certain to be the same
 * event has the same key: a second start of a workflow is better than a lost reply.
 *
 * @returns null where a repeat cannot be told from a new event
 */
export function eventKey(event: SmsEvent): string | null {
	const parts = identity(event);
	if (parts === null) return null;
	const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
	return hash.slice(0, KEY_LENGTH);
}

/** What is known of an event that came before. */
type Trace =
	/** Its workflow was started. */
	| 'started'
	/** It is on its way; settles with whether its workflow was started. */
	| Promise<boolean>;

/** Events of one push that nobody else deals with. */
interface Claim {
	/** Positions of the keys that are new. */
	readonly fresh: ReadonlySet<number>;
	/** Ends the claim: `started` are those whose workflow was started, the others may come again. */
	settle(started: Iterable<number>): void;
}

/** Longer than any push takes: whoever is still on his way then is not waited for. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Remembers events within one process, so that a repeat is told even while the first is still on
 * its way. An event counts only once its workflow was started: what failed is welcome again.
 */
export class EventMemory {
	private readonly traces = new Map<string, Trace>();

	constructor(private readonly capacity: number) {}

	private remember(key: string): void {
		this.traces.delete(key);
		this.traces.set(key, 'started');
		if (this.traces.size <= this.capacity) return;
		for (const oldest of this.traces.keys()) {
			this.traces.delete(oldest);
			return;
		}
	}

	private async outcomeOf(trace: Promise<boolean>): Promise<boolean> {
		const limit = AbortSignal.timeout(LONGEST_WAIT_MS);
		const tired = new Promise<boolean>((resolve) => {
			limit.addEventListener('abort', () => resolve(false), { once: true });
		});
		return await Promise.race([trace, tired]);
	}

	/**
	 * Claims the events that are new; waits for those that are on their way in another push.
	 *
	 * @param keys null where an event has no key: it is always new
	 * @param isKnown whether somebody else, such as another process, knows the key
	 */
	async claim(
		keys: ReadonlyArray<string | null>,
		isKnown: (key: string) => boolean,
	): Promise<Claim> {
		let settleAll: (started: ReadonlySet<number>) => void = () => undefined;
		const settled = new Promise<ReadonlySet<number>>((resolve) => {
			settleAll = resolve;
		});
		const fresh = new Set<number>();
		const awaited: Array<readonly [position: number, key: string, trace: Promise<boolean>]> = [];
		const mine = new Map<string, Promise<boolean>>();

		const take = (position: number, key: string): void => {
			const outcome = settled.then((started) => started.has(position));
			mine.set(key, outcome);
			this.traces.set(key, outcome);
			fresh.add(position);
		};
		const consider = (position: number, key: string): void => {
			const trace = this.traces.get(key);
			if (trace === 'started' || mine.has(key) || isKnown(key)) return;
			if (trace) awaited.push([position, key, trace]);
			else take(position, key);
		};

		keys.forEach((key, position) => {
			if (key === null) fresh.add(position);
			else consider(position, key);
		});
		for (let next = awaited.shift(); next; next = awaited.shift()) {
			const [position, key, trace] = next;
			if (await this.outcomeOf(trace)) continue;
			if (this.traces.get(key) === trace) this.traces.delete(key);
			consider(position, key);
		}

		return {
			fresh,
			settle: (started) => {
				const positions = new Set(started);
				settleAll(positions);
				keys.forEach((key, position) => {
					if (key === null || !fresh.has(position) || this.traces.get(key) !== mine.get(key))
						return;
					if (positions.has(position)) this.remember(key);
					else this.traces.delete(key);
				});
			},
		};
	}
}

/**
 * Keys in the static data of a workflow, newest last: what survives a restart and reaches other
 * processes. n8n stores all of it with every change, hence the bound.
 */
const MAX_KEYS = 1_000;
const FIELD = 'recentEvents';

/** Static data of a node: what n8n keeps for it between executions. */
export type StaticData = Record<string, unknown>;

/** The keys that were stored. */
export function storedKeys(data: StaticData): ReadonlySet<string> {
	const stored = data[FIELD];
	return new Set(typeof stored === 'string' && stored !== '' ? stored.split(' ') : []);
}

/**
 * Adds keys, and drops the oldest beyond the bound. n8n saves the change when it has started the
 * execution, not before.
 */
export function storeKeys(data: StaticData, keys: readonly string[]): void {
	if (keys.length === 0) return;
	const all = storedKeys(data);
	data[FIELD] = [...new Set([...all, ...keys])].slice(-MAX_KEYS).join(' ');
}
