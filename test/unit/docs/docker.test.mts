import { execFileSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readlinkSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from '@jest/globals';

import manifest from '../../../package.json';

const folder = path.resolve(__dirname, '../../../docs/docker');
const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

let home = '';
beforeEach(() => {
	home = mkdtempSync(path.join(os.tmpdir(), 'allmysms-docker-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** Runs the start of the image with a user folder of its own; gives what the given program printed. */
const start = (): string =>
	execFileSync(
		'sh',
		[path.join(folder, 'place-pack.sh'), process.execPath, '-p', 'process.argv[1]', 'n8n'],
		{
			env: { ...process.env, N8N_USER_FOLDER: home, PACK_FOLDER: '/the/pack' },
			encoding: 'utf8',
		},
	).trim();

test('place-pack.sh links the package where n8n looks, and runs what it is given', () => {
	const link = path.join(home, '.n8n/nodes/node_modules/n8n-nodes-allmysms');
	expect(start()).toBe('n8n');
	expect(readlinkSync(link)).toBe('/the/pack');
	expect(start()).toBe('n8n');
	expect(readlinkSync(link)).toBe('/the/pack');
});

test('place-pack.sh replaces a package that a volume holds', () => {
	const old = path.join(home, '.n8n/nodes/node_modules/n8n-nodes-allmysms');
	mkdirSync(old, { recursive: true });
	writeFileSync(path.join(old, 'package.json'), '{}');
	start();
	expect(readlinkSync(old)).toBe('/the/pack');
});

test('compose.yml asks for the values that .env.example lists', () => {
	const asked = [...textOf('compose.yml').matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name);
	const listed = [...textOf('.env.example').matchAll(/^(\w+)=/gm)].map(([, name = '']) => name);
	expect([...new Set(asked)].sort()).toEqual(listed.sort());
});

test('the Dockerfile copies what stands beside it', () => {
	const copied = [...textOf('Dockerfile').matchAll(/^COPY (?:--chmod=\d+ )?([\w.-]+) /gm)].map(
		([, name = '']) => name,
	);
	expect(copied).toEqual(['place-pack.sh']);
	expect(copied.filter((name) => !existsSync(path.join(folder, name)))).toEqual([]);
});

test.each(['Dockerfile', '../self-hosting.md'])('%s installs the version of package.json', (file) => {
	const versions = [...textOf(file).matchAll(/PACK_VERSION=(\S+)/g)].map(([, version]) => version);
	expect(versions).toEqual([manifest.version]);
});
