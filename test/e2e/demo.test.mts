import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { fetch } from 'undici';

import { until } from './browser/until.mts';

jest.setTimeout(300_000);

let home: string;

beforeAll(async () => {
	home = path.join(await mkdtemp(path.join(tmpdir(), 'allmysms-demo-')), 'home');
});

afterAll(async () => await rm(path.dirname(home), { recursive: true, force: true }));

/** `npm run demo` on any free ports, with what it prints. */
function startDemo() {
	const args = ['run', 'demo', '--', '--n8n-port', '0', '--sandbox-port', '0', '--home', home];
	const npm = spawn('npm', args);
	const printed: string[] = [];
	for (const stream of [npm.stdout, npm.stderr]) {
		stream.on('data', (text: Buffer) => printed.push(text.toString()));
	}
	const output = () => printed.join('');
	/** The addresses that it invites to, by their names. */
	const invitation = async (name: string): Promise<string> =>
		await until(
			`the address of ${name}`,
			async () =>
				output().includes('Ctrl-C') && new RegExp(`${name} +(http:\\S+)`).exec(output())?.[1],
			240_000,
		);
	return { npm, output, invitation, ended: once(npm, 'exit') };
}

test.each(['SIGTERM', 'SIGINT'] as const)(
	'a second demo is refused, and %s to npm alone ends the first with its n8n and its sandbox',
	async (signal) => {
		const first = startDemo();
		const sandbox = await first.invitation('Sandbox');
		const n8n = await first.invitation('n8n');
		expect((await fetch(`${n8n}/healthz`)).status).toBe(200);
		expect(first.output()).toMatch(new RegExp(`${n8n}/workflow/\\w+/executions\\n`));

		const second = startDemo();
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
	},
);
