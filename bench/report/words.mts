import type { Spread } from '../measuring/statistics.mts';

/** For what was not measured. */
export const NOTHING = '—';

/** Three digits, and a comma in thousands: `0.034`, `12.3`, `4,500`. */
export function digits(value: number): string {
	if (!Number.isFinite(value)) return NOTHING;
	if (value === 0) return '0';
	const precise = Number(value.toPrecision(3));
	return precise.toLocaleString('en-US', { maximumFractionDigits: 4 });
}

/** The median, and what lies around it: `12 (11 to 14)`. */
export function told(spread: Spread | null, per = 1): string {
	if (!spread) return NOTHING;
	const middle = digits(spread.median / per);
	if (spread.rounds.length < 2) return middle;
	return `${middle} (${digits(spread.lowest / per)} to ${digits(spread.highest / per)})`;
}

/** A table in Markdown. */
export const markdownTable = (
	head: readonly string[],
	rows: ReadonlyArray<readonly string[]>,
): string =>
	[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
