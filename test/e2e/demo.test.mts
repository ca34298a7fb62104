import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { fetch } from 'undici';

import { root } from '../../setup/places.mjs';
import { until } from './browser/until.mts';

jest.setTimeout(300_000);

/** A first start of n8n on a busy machine, in milliseconds. */
const patience = 240_000;

let home: string;

beforeEach(async () => {
	home = path.join(await mkdtemp(path.join(tmpdir(), 'allmysms-demo-')), 'home');
});

afterEach(async () => await rm(path.dirname(home), { recursive: true, force: true }));

/** `npm run demo` or `npm run dev` on any free ports, with what it prints. */
function start(script: 'demo' | 'dev') {
	const args = ['run', script, '--', '--n8n-port', '0', '--sandbox-port', '0', '--home', home];
	const npm = spawn('npm', args);
	const printed: string[] = [];
	for (const stream of [npm.stdout, npm.stderr]) {
		stream.on('data', (text: Buffer) => printed.push(text.toString()));
	}
	const output = () => printed.join('');
	const says = async (sentence: string): Promise<void> => {
		const said = () => Promise.resolve(output().includes(sentence));
		await until(`"${sentence}" of npm run ${script}`, said, patience);
	};
	/** The addresses that it invites to, by their names. */
	const invitation = async (name: string): Promise<string> => {
		await says('Ctrl-C');
		return new RegExp(`${name} +(http:\\S+)`).exec(output())?.[1] ?? '';
	};
	return { npm, output, says, invitation, ended: once(npm, 'exit') };
}

/** Processes that work on n8n's data of this test: n8n itself, its keeper and its task runner. */
async function processes(): Promise<string[]> {
	const { stdout } = await promisify(execFile)('ps', ['axeww'], { maxBuffer: 100_000_000 });
	return stdout.split('\n').filter((line) => line.includes(`N8N_USER_FOLDER=${home}`));
}

test.each([
	['demo', 'SIGTERM'],
	['dev', 'SIGINT'],
] as const)(
	'a second npm run %s is refused, and %s to npm alone ends the first with its n8n and its sandbox',
	async (script, signal) => {
		const first = start(script);
		const sandbox = await first.invitation('Sandbox');
		const n8n = await first.invitation('n8n');
		expect((await fetch(`${n8n}/healthz`)).status).toBe(200);
		expect(first.output()).toMatch(new RegExp(`${n8n}/workflow/\\w+/executions\\n`));
		expect(await processes()).not.toEqual([]);

		const second = start(script);
		expect(await second.ended).toEqual([1, null]);
		expect(second.output()).toMatch(/A demo runs already, as process \d+:/);
		expect(second.output()).toContain(sandbox);
		expect(second.output()).toContain(n8n);

		first.npm.kill(signal);
		await first.ended;
		expect(first.output()).toContain('Everything is stopped.');
		for (const address of [sandbox, n8n]) {
			await expect(fetch(address)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
		}
		expect(await processes()).toEqual([]);
	},
);

test('a demo that is stopped while n8n starts leaves nothing behind', async () => {
	const demo = start('demo');
	await demo.says('n8n starts');
	await until('a process of n8n', async () => (await processes()).length > 1, patience);
	demo.npm.kill('SIGTERM');
	await demo.ended;
	expect(demo.output()).toContain('Everything is stopped.');
	expect(await processes()).toEqual([]);
});

test('npm run dev builds what changed, and n8n loads it', async () => {
	const dev = start('dev');
	const n8n = await dev.invitation('n8n');
	const now = new Date();
	await utimes(path.join(root, 'index.ts'), now, now);
	await dev.says('n8n loads the new build');
	expect((await fetch(`${n8n}/healthz`)).status).toBe(200);
	dev.npm.kill('SIGTERM');
	await dev.ended;
	expect(await processes()).toEqual([]);
});
