import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import express from 'express';
import { fetch } from 'undici';

import { Gathering } from '../../../nodes/AllMySmsTrigger/start-once.ts';

/** Nothing below waits so long: what starts, starts because there is no more room. */
const AN_HOUR = 3_600_000;

let server: Server | undefined;

/** Calls a server whose answers wait for each other; tells what each of them became. */
let call: (scope: string, size?: number) => Promise<string>;

beforeEach(async () => {
	const gathering = new Gathering<number>();
	const app = express();
	app.get('/:scope/:size', (request, response, next) => {
		const { scope, size } = request.params;
		const brought = Array.from({ length: Number(size) }, (_, position) => position);
		gathering.join(scope, AN_HOUR, brought, response).then((turn) => {
			response.end(turn.kind === 'start' ? `start with ${turn.gathered.length}` : turn.kind);
		}, next);
	});
	const listening = app.listen(0, '127.0.0.1');
	server = listening;
	await new Promise<void>((resolve) => listening.once('listening', resolve));
	const { port } = listening.address() as AddressInfo;
	call = async (scope, size = 1) =>
		await (await fetch(`http://127.0.0.1:${port}/${scope}/${size}`)).text();
});

afterEach(() => {
	server?.closeAllConnections();
	server?.close();
});

const calls = async (count: number, scope = 'trigger', size = 1) =>
	await Promise.all(Array.from({ length: count }, async () => await call(scope, size)));

test('a hundred pushes start at once, however long they might wait', async () => {
	expect((await calls(100)).sort()).toEqual([
		'start with 100',
		...Array<string>(99).fill('started'),
	]);
});

test('so do ten thousand events', async () => {
	expect((await calls(2, 'trigger', 5_000)).sort()).toEqual(['start with 10000', 'started']);
});

test('those of another trigger wait for themselves', async () => {
	const answers = await Promise.all(['one', 'other'].map(async (scope) => await calls(100, scope)));
	for (const each of answers) expect(each).toContain('start with 100');
});
