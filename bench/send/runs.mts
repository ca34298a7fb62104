import type { EngineName } from '../measuring/engines.mts';
import type { ContenderName, Format } from './contenders.mts';
import type { TaskName } from './tasks.mts';

/** One run of one contender. */
export interface SendRun {
	readonly task: TaskName;
	readonly format: Format;
	readonly items: number;
	/** How long the provider waits before each answer. */
	readonly latencyMs: number;
}

/** What one process does: a warm-up, then its runs, one after the other. */
export interface SendOrder {
	readonly engine: EngineName | 'none';
	readonly contender: ContenderName;
	readonly runs: readonly SendRun[];
	/** Rounds at most, where one takes long. */
	readonly rounds: number;
}

/** The same with the provider it is to send to. */
export interface SendOrderAt extends SendOrder {
	readonly origin: string;
}

/** What one run took. */
export interface SendTaken {
	readonly ms: number;
	/** Processor time of the contender's process; the provider's is its own. */
	readonly cpuMs: number;
	/** The most resident memory beyond what the process had before the run. */
	readonly extraMb: number;
	readonly requests: number;
	/** SMS that did not arrive. */
	readonly lost: number;
}
