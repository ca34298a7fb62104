import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache } from '../../setup/places.mjs';

/** What was measured: names as a reader would say them. */
export type Figures = Readonly<Record<string, number | string>>;

const file = path.join(cache, 'queue-figures.json');

/** Prints what a test measured, and keeps it beside what the other tests measured. */
export const tellFigures = async (title: string, figures: Figures): Promise<void> => {
	const lines = Object.entries(figures).map(([name, value]) => `    ${name}: ${value}`);
	process.stderr.write(`\n  ${title}\n${lines.join('\n')}\n`);
	const known = (await readFile(file, 'utf8').then(JSON.parse, () => ({}))) as object;
	await mkdir(cache, { recursive: true });
	await writeFile(file, JSON.stringify({ ...known, [title]: figures }, null, '\t'));
};
