/** Random choices that a seed repeats. */
export interface Chance {
	/** A number from 0 to below 1. */
	next(): number;
	/** A whole number below the limit. */
	below(limit: number): number;
	/** True so many times in a hundred. */
	percent(share: number): boolean;
	pick<T>(choices: readonly [T, ...T[]]): T;
}

/** Opens a row of random choices (mulberry32). */
export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (limit: number): number => Math.floor(next() * limit);
	return {
		next,
		below,
		percent: (share) => next() * 100 < share,
		pick: (choices) => choices[below(choices.length)] ?? choices[0],
	};
}

/** How many inputs a fuzzer tries: `FUZZ_COUNT=200000 npx jest …` for a long run. */
export const fuzzCount = Number(process.env.FUZZ_COUNT ?? 20_000);

/** The same inputs each time, or others: `FUZZ_SEED=7`. */
export const fuzzSeed = Number(process.env.FUZZ_SEED ?? 20_260_501);

/** A small input never needs longer. */
const SLOW_MS = 2_000;
/** The largest ones have 10 MB. */
const SLOW_LARGE_MS = 15_000;
const LARGE = 1_000_000;

/** Watches that no input takes the processor for long; time spent waiting for it does not count. */
export function stopwatch() {
	let begin = process.cpuUsage();
	let last = 0;
	let slowest = 0;
	return {
		start(): void {
			begin = process.cpuUsage();
		},
		/** Whether an input of that many characters took too long since the start. */
		over(size: number): boolean {
			const { user, system } = process.cpuUsage(begin);
			last = Math.round((user + system) / 1000);
			slowest = Math.max(slowest, last);
			return last > (size > LARGE ? SLOW_LARGE_MS : SLOW_MS);
		},
		/** Milliseconds. */
		get last() {
			return last;
		},
		get slowest() {
			return slowest;
		},
	};
}
