import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { root } from '../../../setup/places.mjs';
import { contentFindings } from '../../../setup/tarball-content.mts';
import { loadTimeFindings } from '../../../setup/tarball-load-time.mts';

describe('what is checked before publishing', () => {
	let folder: string;
	beforeEach(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), 'allmysms-gates-'));
		for (const name of ['dist', 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']) {
			cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
		}
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const place = (name: string): string => path.join(folder, name);
	const findings = (): string[] =>
		contentFindings(folder, JSON.parse(readFileSync(place('package.json'), 'utf8')));

	test('finds nothing wrong with the build', () => {
		expect(findings()).toEqual([]);
	});

	test('finds a package of more than a million bytes', () => {
		writeFileSync(place('dist/large.json'), '');
		truncateSync(place('dist/large.json'), 1_000_001);
		expect(findings()).toEqual([expect.stringMatching(/has \d+ bytes; 1000000 are the most/)]);
	});

	test('finds declarations of inner modules, also where index.d.ts uses them', () => {
		mkdirSync(place('dist/nodes/shared/dates'), { recursive: true });
		writeFileSync(place('dist/nodes/shared/dates/zones.d.ts'), 'export type Zone = string;');
		const entry = place('dist/index.d.ts');
		const used = "export type { Zone } from './nodes/shared/dates/zones';";
		writeFileSync(entry, `${readFileSync(entry, 'utf8')}${used}\n`);
		expect(findings()).toEqual([expect.stringContaining('dist/nodes/shared/dates/zones.d.ts')]);
	});

	test('finds a library without a licence', () => {
		writeFileSync(place('dist/libraries/more.js'), '');
		expect(findings()).toEqual([expect.stringContaining('no licence for dist/libraries/more.js')]);
	});

	test('finds a library whose licence has no name', () => {
		const list = place('dist/THIRD_PARTY_LICENSES.md');
		const text = readFileSync(list, 'utf8');
		writeFileSync(list, text.replace(/^(## luxon [\d.]+): MIT$/m, '$1: undefined'));
		expect(findings()).toEqual([expect.stringContaining('no licence for dist/libraries/luxon.js')]);
	});
});

test('a load time of more than four times the aim is found, and one that is close to it is not', () => {
	expect(loadTimeFindings(70)).toEqual([]);
	expect(loadTimeFindings(241)).toEqual([expect.stringContaining('takes 241 ms')]);
});
