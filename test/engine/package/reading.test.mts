import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { lines, projectRoot } from '../../../harness/lines.mts';

const TSX = path.join(projectRoot, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const LIBRARIES = path.join(projectRoot, 'dist', 'libraries');

/** What a fresh process prints. */
const printed = (...args: string[]): string =>
	execFileSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });

describe.each(lines)('what a fresh n8n-core $version reads of the pack', ({ version }) => {
	let read: Record<string, string[]>;
	beforeAll(() => {
		const program = path.join('test', 'engine', 'package', 'used-libraries.mts');
		read = JSON.parse(printed(TSX, program, version)) as Record<string, string[]>;
	});

	test('no library to load it', () => {
		expect(read.loaded).toEqual([]);
	});

	test('no library for an answer that needs none', () => {
		expect(read.account).toEqual([]);
	});

	test('no XML and no regular expressions to send JSON', () => {
		expect(read.json).not.toHaveLength(0);
		expect(read.json).not.toContain('fast-xml-parser.js');
		expect(read.json).not.toContain('re2js.js');
	});

	test('XML to send XML, and nothing else that JSON had not needed', () => {
		expect(read.xml).toEqual([...(read.json ?? []), 'fast-xml-parser.js'].sort());
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
		const names = printed(
			'-p',
			`Object.values(require(${JSON.stringify(path.join(alone, file))})).length`,
		);
		expect(Number(names)).toBeGreaterThan(0);
		expect(ownCode()).toContain(`require("./libraries/${file.replaceAll(path.sep, '/')}")`);
	});
});
