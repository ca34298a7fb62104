/** What one contestant needed. */
export interface Measurement {
	readonly items: number;
	/** Requests that the provider saw in one round. */
	readonly requests: number;
	/** Recipients in these requests. */
	readonly recipients: number;
	/** Milliseconds of each round, from the node's start to its end. */
	readonly roundsMs: readonly number[];
	/** The middle of them. */
	readonly ms: number;
	/** Resident memory of the process with the engine loaded, before the first round, in MB. */
	readonly loadedMb: number;
	/** The most that it ever had, in MB. */
	readonly peakMb: number;
}

/** The middle of some numbers. */
export const median = (numbers: readonly number[]): number =>
	[...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
