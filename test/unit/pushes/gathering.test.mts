import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import express from 'express';
import { fetch } from 'undici';

import { Gathering } from '../../../nodes/AllMySmsTrigger/start-once.ts';

/** Nothing below waits so long: what starts, starts because there is no more room. */
const AN_HOUR = 3_600_000;

let server: Server | undefined;

/** Of one call, and what becomes of it. */
interface Call {
	readonly trigger?: string;
	/** How many events it brings. */
	readonly size?: number;
	/** With how many others it goes on in the same moment. */
	readonly together?: number;
}
let call: (options?: Call) => Promise<string>;

beforeEach(async () => {
	const gathering = new Gathering<number>();
	let arrived: Array<() => void> = [];
	const app = express();
	app.get('/:trigger/:size/:together', (request, response, next) => {
		const { trigger, size, together } = request.params;
		const brought = Array.from({ length: Number(size) }, (_, position) => position);
		arrived.push(() => {
			gathering.join(trigger, AN_HOUR, brought, response).then((turn) => {
				response.end(turn.kind === 'start' ? `start with ${turn.gathered.length}` : turn.kind);
			}, next);
		});
		if (arrived.length < Number(together)) return;
		for (const join of arrived) join();
		arrived = [];
	});
	const listening = app.listen(0, '127.0.0.1');
	server = listening;
	await new Promise<void>((resolve) => listening.once('listening', resolve));
	const { port } = listening.address() as AddressInfo;
	call = async ({ trigger = 'trigger', size = 1, together = 1 } = {}) =>
		await (await fetch(`http://127.0.0.1:${port}/${trigger}/${size}/${together}`)).text();
});

afterEach(() => {
	server?.closeAllConnections();
	server?.close();
});

const calls = (count: number, options: Call = {}) =>
	Array.from({ length: count }, async () => await call(options));

const sorted = async (answers: ReadonlyArray<Promise<string>>) =>
	(await Promise.all(answers)).sort();

const started = (count: number) => Array<string>(count).fill('started');

test('a hundred pushes start at once, however long they might wait', async () => {
	expect(await sorted(calls(100))).toEqual(['start with 100', ...started(99)]);
});

test('so do ten thousand events', async () => {
	expect(await sorted(calls(2, { size: 5_000 }))).toEqual(['start with 10000', 'started']);
});

test('what has no room opens another circle, and others join it', async () => {
	const first = calls(150, { together: 150 });
	await Promise.any(first);
	expect(await sorted([...first, ...calls(50)])).toEqual([
		'start with 100',
		'start with 100',
		...started(198),
	]);
});

test('those of another trigger wait for themselves', async () => {
	const one = sorted(calls(100, { trigger: 'one' }));
	const other = sorted(calls(100, { trigger: 'other', size: 100 }));
	expect(await one).toEqual(['start with 100', ...started(99)]);
	expect(await other).toEqual(['start with 10000', ...started(99)]);
});
