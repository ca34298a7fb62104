import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { lines, projectRoot } from '../../../harness/lines.mts';

const TSX = path.join(projectRoot, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const LIBRARIES = path.join(projectRoot, 'dist', 'libraries');

/** What a fresh process prints. */
const printed = (args: readonly string[], env: Readonly<Record<string, string>> = {}): string =>
	execFileSync(process.execPath, args, {
		cwd: projectRoot,
		encoding: 'utf8',
		env: { ...process.env, ...env },
	});

/** What a program of this folder prints. */
const run = (
	program: string,
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
): string => printed([TSX, path.join('test', 'engine', 'package', program), ...args], env);

describe.each(lines)('what a fresh n8n-core $version reads of the pack', ({ version }) => {
	let read: Record<string, string[]>;
	beforeAll(() => {
		read = JSON.parse(run('used-libraries.mts', [version])) as Record<string, string[]>;
	});

	test('no library to load it', () => {
		expect(read.loaded).toEqual([]);
	});

	test('to ask AllMySMS, what its answers may need', () => {
		expect(read.account).toEqual(['entities.js', 'fast-xml-parser.js']);
	});

	test('no address lists and no regular expressions to send', () => {
		expect(read.send).toContain('luxon.js');
		expect(read.send).not.toContain('ipaddr.js');
		expect(read.send).not.toContain('re2js.js');
	});
});

describe.each(lines)('files that n8n-core $version takes away, as updates do', ({ version }) => {
	let copy: string;
	beforeAll(() => {
		copy = mkdtempSync(path.join(os.tmpdir(), 'allmysms-copy-'));
		for (const name of ['package.json', 'dist']) {
			cpSync(path.join(projectRoot, name), path.join(copy, name), { recursive: true });
		}
		// Makes it another pack than the one that other tests run at the same time.
		writeFileSync(path.join(copy, 'dist', 'copy.txt'), copy);
	});
	afterAll(() => rmSync(copy, { recursive: true, force: true }));

	const sent = (when: string): unknown =>
		JSON.parse(run('send-without-files.mts', [version, when], { ALLMYSMS_PACK: copy }));

	test('before the request: nothing is sent', () => {
		expect(sent('before')).toMatchObject({ status: null, error: expect.any(String), received: 0 });
	});

	test('during the request: the answer is read', () => {
		expect(sent('during')).toEqual({ status: 'sent', error: null, received: 1 });
	});
});

describe('the library files', () => {
	let alone: string;
	beforeAll(() => {
		// Outside the project no package can be found.
		alone = mkdtempSync(path.join(os.tmpdir(), 'allmysms-libraries-'));
		cpSync(LIBRARIES, alone, { recursive: true });
	});
	afterAll(() => rmSync(alone, { recursive: true, force: true }));

	const files = readdirSync(LIBRARIES, { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.js'),
	);
	const ownCode = () => readFileSync(path.join(projectRoot, 'dist', 'index.js'), 'utf8');

	test.each(files)('%s needs no other file, and is used', (file) => {
		const names = printed([
			'-p',
			`Object.values(require(${JSON.stringify(path.join(alone, file))})).length`,
		]);
		expect(Number(names)).toBeGreaterThan(0);
		expect(ownCode()).toContain(`require("./libraries/${file.replaceAll(path.sep, '/')}")`);
	});
});
