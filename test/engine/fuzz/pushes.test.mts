import { request as httpRequest, Agent, type IncomingMessage } from 'node:http';

import { describe, expect, test } from '@jest/globals';

import { eventItem, readEvent } from '../../../nodes/shared/pushes/sms-event.ts';
import { eventKey } from '../../../nodes/shared/pushes/event-memory.ts';
import { isWanted } from '../../../nodes/shared/pushes/event-filter.ts';
import { readPush } from '../../../nodes/shared/pushes/read-push.ts';
import { openEngine } from '../../../harness/engine.mts';
import { lines } from '../../../harness/lines.mts';
import { openTrigger } from '../../../harness/trigger-scene.mts';
import { chanceFrom, fuzzCount, fuzzSeed, stopwatch } from './chance.mts';
import { isPolluted } from './hostile.mts';
import { generatePush, type GeneratedPush } from './pushes.mts';

const STATUSES = ['delivered', 'undelivered', 'sent', 'rejected', 'unknown'];

const style = { zone: 'Europe/Paris', now: '2026-05-01T10:00:00+02:00', includeRaw: true };
const filter = {
	events: new Set(['deliveryReport', 'reply', 'stop', 'other'] as const),
	statuses: null,
	campaignIds: null,
	hasKeyword: null,
};

async function read({ query, body, contentType }: GeneratedPush): Promise<string> {
	const push = await readPush({ query, body: { kind: 'bytes', bytes: body, contentType } });
	if (push.kind === 'unreadable' && /[\r\n]/.test(push.reason)) throw new Error('Not one line');
	if (push.kind !== 'events') return push.kind;
	for (const raw of push.events) {
		const event = readEvent(raw);
		eventKey(event);
		if (!isWanted(event, filter)) throw new Error('An event was lost');
		const item = eventItem(event, style);
		if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(item.receivedAt)) {
			throw new Error(`receivedAt ${item.receivedAt}`);
		}
		if (item.event === 'deliveryReport' && !STATUSES.includes(item.status)) {
			throw new Error(`status ${item.status}`);
		}
		JSON.stringify(item);
	}
	return 'events';
}

/** Where a call is over: the answer's status, or the reason why there is none. */
async function call(url: string, agent: Agent, push: GeneratedPush): Promise<number | string> {
	const { method, query, contentType, body } = push;
	return await new Promise((resolve) => {
		const outgoing = httpRequest(
			`${url}${query ? `?${query.replace(/[^\x21-\x7e]/g, '')}` : ''}`,
			{
				method,
				agent,
				timeout: 30_000,
				headers:
					method === 'GET' ? {} : { 'Content-Type': contentType, 'Content-Length': body.length },
			},
			(response: IncomingMessage) => {
				response.resume();
				response.once('end', () => resolve(response.statusCode ?? 0));
				response.once('error', (error) => resolve(error.message));
			},
		);
		outgoing.once('timeout', () => {
			outgoing.destroy(new Error('no answer'));
		});
		// A server may refuse a body before it is written to its end.
		outgoing.once('error', (error) => resolve(error.message));
		outgoing.end(method === 'GET' ? undefined : body);
	});
}

test(`${fuzzCount} generated pushes: read or refused in one line, never a crash or a hang`, async () => {
	const chance = chanceFrom(fuzzSeed);
	const seen = new Map<string, number>();
	const watch = stopwatch();
	for (let index = 0; index < fuzzCount; index++) {
		const push = generatePush(chance, index);
		watch.start();
		let kind;
		try {
			kind = await read(push);
		} catch (error) {
			throw new Error(`Push ${index} of seed ${fuzzSeed}`, { cause: error });
		}
		if (watch.over(push.body.length)) {
			throw new Error(`Push ${index} of seed ${fuzzSeed} takes ${watch.last} ms`);
		}
		seen.set(kind, (seen.get(kind) ?? 0) + 1);
		if (isPolluted()) throw new Error(`Push ${index} of seed ${fuzzSeed} pollutes objects`);
	}
	process.stdout.write(
		`Fuzzed ${fuzzCount} pushes (seed ${fuzzSeed}): ${JSON.stringify(Object.fromEntries(seen))}, slowest ${watch.slowest} ms of processor time\n`,
	);
	expect([...seen.keys()].sort()).toEqual(['empty', 'events', 'unreadable']);
}, 3_600_000);

/** A call costs as much as some 20 readings. */
const calls = Math.max(200, Math.floor(fuzzCount / 20));

describe.each(lines)('the webhook on n8n-core $version', (line) => {
	test(`${calls} generated pushes: each gets 200, 400, 401 or n8n's own 4xx`, async () => {
		const engine = await openEngine(line, { login: 'a', apiKey: 'b' });
		const scene = await openTrigger(engine, {
			events: ['deliveryReport', 'reply', 'stop', 'other'],
			options: { deduplicate: false },
			execute: false,
		});
		const agent = new Agent({ keepAlive: true, maxSockets: 8 });
		const chance = chanceFrom(fuzzSeed + 1);
		const seen = new Map<string, number>();
		let next = 0;
		await Promise.all(
			Array.from({ length: 8 }, async () => {
				while (next < calls) {
					const push = generatePush(chance, next++);
					const status = await call(scene.url, agent, push);
					seen.set(String(status), (seen.get(String(status)) ?? 0) + 1);
				}
			}),
		);
		agent.destroy();
		await scene.close();
		process.stdout.write(
			`Called the webhook on n8n-core ${line.version} ${calls} times: ${JSON.stringify(Object.fromEntries(seen))}, ${scene.started} executions\n`,
		);
		expect(scene.crashes).toEqual([]);
		// 422: n8n reads bodies of the types that it knows before the node does.
		expect([...seen.keys()].filter((status) => !/^(?:200|400|401|422)$/.test(status))).toEqual([]);
		expect(isPolluted()).toBe(false);
	}, 3_600_000);
});
