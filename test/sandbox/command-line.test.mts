import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';

import { expect, jest, test } from '@jest/globals';

import { until } from './client/until.mts';
import { ask } from './client/v9.mts';

jest.setTimeout(90_000);

const MAIN = join(__dirname, '../../sandbox/main.mts');

/** Starts the command line. */
function start(port: string) {
	const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
		env: { ...process.env, SANDBOX_PORT: port },
	});
	return { child, ...outputOf(child) };
}

/** Collects what a program prints, and tells when it has ended. */
function outputOf(child: ChildProcessWithoutNullStreams) {
	const printed: string[] = [];
	child.stdout.on('data', (text: Buffer) => printed.push(text.toString()));
	child.stderr.on('data', (text: Buffer) => printed.push(text.toString()));
	return { output: () => printed.join(''), ended: once(child, 'exit') };
}

const addressIn = (output: string): string | undefined =>
	/Base URL\s+(http:\/\/127\.0\.0\.1:\d+)\n/.exec(output)?.[1];

test.each(['SIGINT', 'SIGTERM'] as const)(
	'prints how to reach it, and ends cleanly on %s',
	async (signal) => {
		const { child, output, ended } = start('0');
		const origin = await until('the address', () => addressIn(output()), 60_000);
		expect(output()).toMatch(/Login\s+sandbox\n\s+API key\s+sandbox-key\n/);
		expect((await ask(`${origin}/_sandbox/messages`)).json).toEqual([]);
		child.kill(signal);
		expect(await ended).toEqual([0, null]);
	},
);

test.each(['SIGINT', 'SIGTERM'] as const)(
	'ends when %s reaches npm alone, and leaves nothing behind',
	async (signal) => {
		const npm = spawn('npm', ['run', 'sandbox'], { env: { ...process.env, SANDBOX_PORT: '0' } });
		const { output, ended } = outputOf(npm);
		const origin = await until('the address', () => addressIn(output()), 60_000);
		npm.kill(signal);
		await ended;
		await expect(ask(origin)).rejects.toThrow('ECONNREFUSED');
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
