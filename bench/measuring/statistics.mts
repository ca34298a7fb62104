/** The middle of several rounds, and how far they lie apart. */
export interface Spread {
	readonly median: number;
	readonly lowest: number;
	readonly highest: number;
	readonly rounds: readonly number[];
}

/** The value below which this share of the numbers lies; `share` is from 0 to 1. */
export function percentile(numbers: readonly number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Of an even count, the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const half = Math.floor(sorted.length / 2);
	const [low, high] = [sorted[half - 1], sorted[half]];
	if (high === undefined) return Number.NaN;
	return sorted.length % 2 === 1 || low === undefined ? high : (low + high) / 2;
}

/** Thousandths are more than any of these measurements can tell. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The rounds of one measurement. */
export const spreadOf = (rounds: readonly number[]): Spread => ({
	median: rounded(median(rounds)),
	lowest: rounded(Math.min(...rounds)),
	highest: rounded(Math.max(...rounds)),
	rounds: rounds.map(rounded),
});
