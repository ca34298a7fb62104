/**
 * The benchmark: what sending, reading and taking pushes cost, beside n8n's own nodes. What can be
 * chosen stands in docs/performance.md, "Measuring again".
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { projectRoot } from '../harness/lines.mts';
import { cache } from '../setup/places.mjs';
import { readCommandLine, type Wish } from './command-line.mts';
import { measureLoading } from './load/section.mts';
import { merged, readResults, writeResults, type Figure, type Part } from './measuring/results.mts';
import { measureReading } from './reads/section.mts';
import { chartOf } from './report/chart.mts';
import { performancePage, targetTable } from './report/page.mts';
import { reportTables } from './report/tables.mts';
import { fullPlan, trialOf, wishedPlan } from './send/plan.mts';
import { measureSending } from './send/section.mts';
import { tableOf } from './table.mts';
import { measureTriggers } from './trigger/section.mts';
import type { TriggerName } from './trigger/workflows.mts';

const TRIAL_ITEMS = 500;
const TRIGGERS: readonly TriggerName[] = ['webhook', 'open', 'token', 'filtered', 'gathered'];

const startedAt = Date.now();
const tell = (what: string): void => {
	const seconds = Math.round((Date.now() - startedAt) / 1000);
	process.stdout.write(`${String(seconds).padStart(5)} s  ${what}\n`);
};

async function measure(part: Part, { rounds, send, instances, trial }: Wish): Promise<Figure[]> {
	switch (part) {
		case 'send': {
			const plan = wishedPlan(fullPlan(), send);
			return await measureSending(trial ? trialOf(plan, TRIAL_ITEMS) : plan, rounds, tell);
		}
		case 'reads':
			return await measureReading(rounds, trial ? TRIAL_ITEMS : Infinity, tell);
		case 'trigger': {
			const load = { share: trial ? 0.1 : 1, storm: trial ? 100 : 2_000, rounds, atOnce: 10 };
			return await measureTriggers(TRIGGERS, instances, load, tell);
		}
		case 'load':
			return await measureLoading(rounds, tell);
	}
}

async function writePage(docs: string, results: Parameters<typeof chartOf>[0]): Promise<void> {
	await mkdir(path.join(docs, 'images'), { recursive: true });
	const page = path.join(docs, 'performance.md');
	await writeFile(page, performancePage(results));
	await writeFile(path.join(docs, 'images', 'performance.svg'), chartOf(results));
	tell(`written: ${page}`);
}

const wish = readCommandLine(process.argv.slice(2));
const trials = path.join(cache, 'bench-trial');
if (wish.trial) await mkdir(trials, { recursive: true });
const file = path.join(wish.trial ? trials : path.join(projectRoot, 'bench'), 'results.json');
let results = wish.trial
	? merged({ ...(await readResults('')), figures: [] }, [])
	: await readResults(file);
for (const part of wish.pageOnly ? [] : wish.parts) {
	results = merged(results, await measure(part, wish));
	// What is measured is kept, whatever becomes of the next part.
	await writeResults(file, results);
}

/** A trial has other sizes than the tables of the page. */
const trialTable = (): string[][] => [
	['Part', 'What', 'Median'],
	...results.figures.map(({ part, subject, measured }) => [
		part,
		Object.values(subject).join(' '),
		Object.entries(measured)
			.map(([name, { median }]) => `${name} ${median}`)
			.join(', '),
	]),
];

const plain = (cell: string): string => cell.replaceAll('`', '');
const tables = wish.trial ? [] : Object.values(reportTables(results)).flat();
for (const { title, head, rows } of tables) {
	const table = [head, ...rows].map((row) => row.map(plain));
	process.stdout.write(`\n${plain(title)}\n\n${tableOf(table)}\n`);
}
process.stdout.write(
	wish.trial
		? `\n${tableOf(trialTable())}\n\n`
		: `\nTargets\n\n${tableOf(targetTable(results))}\n\n`,
);
await writePage(wish.trial ? trials : path.join(projectRoot, 'docs'), results);
