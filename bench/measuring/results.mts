import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';

import type { Spread } from './statistics.mts';

/** The parts of the benchmark, in the order in which they run. */
export const PARTS = ['send', 'reads', 'trigger', 'load'] as const;
export type Part = (typeof PARTS)[number];

/** What exactly was measured, for instance `{ engine: 'vm-2', contender: 'allMySms', items: 100 }`. */
export type Subject = Readonly<Record<string, string | number>>;

/** What was measured of one subject. */
export interface Figure {
	readonly part: Part;
	readonly subject: Subject;
	/** When, ISO 8601. */
	readonly at: string;
	/** By name; the name ends with the unit: `ms`, `cpuMs`, `extraMb`, `perSecond`. */
	readonly measured: Readonly<Record<string, Spread>>;
}

/** `bench/results.json`. */
export interface Results {
	readonly machine: {
		readonly processors: string;
		readonly memoryGb: number;
		readonly platform: string;
	};
	readonly figures: readonly Figure[];
}

const keyOf = ({ part, subject }: Figure): string =>
	JSON.stringify([part, Object.entries(subject).sort(([a], [b]) => (a < b ? -1 : 1))]);

const machine = (): Results['machine'] => ({
	processors: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
	memoryGb: Math.round(totalmem() / 2 ** 30),
	platform: `${process.platform} ${process.arch}`,
});

/** What was measured before; nothing where there is no such file. */
export async function readResults(file: string): Promise<Results> {
	const text = await readFile(file, 'utf8').catch(() => null);
	return text === null ? { machine: machine(), figures: [] } : (JSON.parse(text) as Results);
}

/** Puts new figures in the place of older ones of the same subject, and keeps the others. */
export function merged(known: Results, figures: readonly Figure[]): Results {
	const all = new Map([...known.figures, ...figures].map((each) => [keyOf(each), each]));
	return { machine: machine(), figures: [...all.values()] };
}

/** Writes one figure on each line, so that a comparison of two files shows what has changed. */
export async function writeResults(file: string, results: Results): Promise<void> {
	const figures = results.figures.map((figure) => `\t\t${JSON.stringify(figure)}`);
	const text = `{\n\t"machine": ${JSON.stringify(results.machine)},\n\t"figures": [\n${figures.join(',\n')}\n\t]\n}\n`;
	await writeFile(file, text);
}

/** The measurement of a subject, by part, some of the subject's fields and the name; null where there is none. */
export function found(
	{ figures }: Results,
	part: Part,
	wanted: Subject,
	name: string,
): Spread | null {
	const figure = figures.find(
		(each) =>
			each.part === part &&
			Object.entries(wanted).every(([field, value]) => each.subject[field] === value),
	);
	return figure?.measured[name] ?? null;
}
