import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

import { expect, jest, test } from '@jest/globals';

import { until } from './client/until.mts';
import { ask } from './client/v9.mts';

jest.setTimeout(90_000);

const MAIN = join(__dirname, '../../sandbox/main.mts');

/** Starts the command line and collects what it prints. */
function start(port: string) {
	const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
		env: { ...process.env, SANDBOX_PORT: port },
	});
	const printed: string[] = [];
	child.stdout.on('data', (text: Buffer) => printed.push(text.toString()));
	child.stderr.on('data', (text: Buffer) => printed.push(text.toString()));
	return { child, output: () => printed.join(''), ended: once(child, 'exit') };
}

test.each(['SIGINT', 'SIGTERM'] as const)(
	'prints how to reach it, and ends cleanly on %s',
	async (signal) => {
		const { child, output, ended } = start('0');
		const origin = await until(
			'the address',
			() => /Base URL\s+(http:\/\/127\.0\.0\.1:\d+)\n/.exec(output())?.[1],
			60_000,
		);
		expect(output()).toMatch(/Login\s+sandbox\n\s+API key\s+sandbox-key\n/);
		expect((await ask(`${origin}/_sandbox/messages`)).json).toEqual([]);
		child.kill(signal);
		expect(await ended).toEqual([0, null]);
	},
);

test('says what to do when the port is taken or none', async () => {
	const taken = createServer().listen(0, '127.0.0.1');
	await once(taken, 'listening');
	const { port } = taken.address() as AddressInfo;
	const first = start(String(port));
	expect(await first.ended).toEqual([1, null]);
	expect(first.output()).toBe(
		`Port ${port} is taken. Stop what uses it, or choose another: SANDBOX_PORT=8026 npm run sandbox\n`,
	);
	taken.close();
	const second = start('eighty');
	expect(await second.ended).toEqual([1, null]);
	expect(second.output()).toContain('SANDBOX_PORT must be a number from 0 to 65535, not "eighty"');
});
