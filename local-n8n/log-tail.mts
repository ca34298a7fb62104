import { readFile } from 'node:fs/promises';

/** The last lines of a log file. */
export const lastLines = async (file: string, count: number): Promise<string> =>
	(await readFile(file, 'utf8')).trimEnd().split('\n').slice(-count).join('\n');
