import { createConnection } from 'node:net';

import { describe, expect, jest, test } from '@jest/globals';
import { Agent, request } from 'undici';

import type { Fault } from '../../sandbox/client.mts';
import { setStage } from './client/stage.mts';
import { ask, signature } from './client/v9.mts';

jest.setTimeout(30_000);

const stage = setStage();

const body = new URLSearchParams({
	...signature,
	smsData: JSON.stringify({ DATA: { MESSAGE: 'Hello', SMS: [{ MOBILEPHONE: '33612345678' }] } }),
}).toString();

/** One send on a fresh connection, to the end of its answer or to the error code that it met. */
async function send(): Promise<{ status: number; text: string } | { error: string }> {
	const dispatcher = new Agent({ pipelining: 0 });
	try {
		const answer = await request(`${stage.origin}/http/9.0/sendSms/`, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body,
			dispatcher,
		});
		return { status: answer.statusCode, text: await answer.body.text() };
	} catch (error) {
		return { error: String((error as { code?: string }).code ?? error) };
	} finally {
		await dispatcher.destroy();
	}
}

const sent = async (): Promise<number> => (await stage.control.messages()).length;

/** The bytes of an answer up to the end of the connection, and how it ended. */
const onTheWire = async (): Promise<{ bytes: string; end: string }> =>
	await new Promise((resolve) => {
		const { port } = new URL(stage.origin);
		const socket = createConnection({ host: '127.0.0.1', port: Number(port) });
		const chunks: Buffer[] = [];
		const done = (end: string) => resolve({ bytes: Buffer.concat(chunks).toString('latin1'), end });
		socket.on('data', (chunk: Buffer) => chunks.push(chunk));
		socket.on('end', () => done('closed'));
		socket.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'error'));
		socket.write(
			`POST /http/9.0/sendSms HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
		);
	});

describe('before anything is accepted', () => {
	test.each(['refuse', 'reset-before'] as const)('%s cuts the connection, once', async (kind) => {
		await stage.control.setFaults({ kind });
		expect(await onTheWire()).toEqual({ bytes: '', end: 'ECONNRESET' });
		expect(await sent()).toBe(0);
		expect(await send()).toMatchObject({ status: 200 });
		expect(await sent()).toBe(1);
	});

	test('status answers instead of working', async () => {
		await stage.control.setFaults({ kind: 'status', status: 503, retryAfter: 7 });
		const answer = await ask(`${stage.origin}/http/9.0/sendSms/`, { method: 'POST', body });
		expect(answer.http).toBe(503);
		expect(answer.type).toBe('text/html');
		expect(await sent()).toBe(0);
		await stage.control.setFaults({
			kind: 'status',
			status: 429,
			retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT',
			body: '{"a":1}',
			contentType: 'application/json',
		});
		const { statusCode, headers, body: text } = await request(`${stage.origin}/account`);
		expect([statusCode, headers['retry-after'], await text.text()]).toEqual([
			429,
			'Wed, 21 Oct 2026 07:28:00 GMT',
			'{"a":1}',
		]);
	});
});

describe('after the SMS was accepted', () => {
	test('reset-after cuts the connection without an answer', async () => {
		await stage.control.setFaults({ kind: 'reset-after' });
		expect(await onTheWire()).toEqual({ bytes: '', end: 'ECONNRESET' });
		expect(await sent()).toBe(1);
	});

	test('truncated announces more than it sends, and closes', async () => {
		await stage.control.setFaults({ kind: 'truncated' });
		const { bytes, end } = await onTheWire();
		const [head = '', part = ''] = bytes.split('\r\n\r\n');
		expect(end).toBe('closed');
		expect(part.length).toBeGreaterThan(10);
		expect(Number(/content-length: (\d+)/i.exec(head)?.[1])).toBeGreaterThan(part.length);
		expect(() => JSON.parse(part) as unknown).toThrow();
		expect(await sent()).toBe(1);
	});

	test('html, garbage, and a status that lies', async () => {
		await stage.control.setFaults(
			{ kind: 'html' },
			{ kind: 'garbage' },
			{ kind: 'status', status: 500, process: true },
		);
		expect(await send()).toMatchObject({ status: 200, text: expect.stringMatching(/<html>/) });
		const garbage = await send();
		expect(garbage).toMatchObject({ status: 200 });
		expect(() => JSON.parse('text' in garbage ? garbage.text : '') as unknown).toThrow();
		expect(await send()).toMatchObject({ status: 500 });
		expect(await sent()).toBe(3);
	});

	test('delay answers late', async () => {
		await stage.control.setFaults({ kind: 'delay', delayMs: 1_000 });
		let isAnswered = false;
		const answer = send().finally(() => (isAnswered = true));
		while ((await sent()) === 0) await new Promise((next) => setTimeout(next, 10));
		expect(isAnswered).toBe(false);
		expect(await answer).toMatchObject({ status: 200 });
	});

	test('slow drips byte by byte, huge floods', async () => {
		await stage.control.setFaults({ kind: 'slow', delayMs: 5 }, { kind: 'huge' });
		const started = performance.now();
		const slow = await send();
		expect(performance.now() - started).toBeGreaterThan(500);
		expect('text' in slow && JSON.parse(slow.text)).toMatchObject({ status: 100 });
		const huge = await send();
		expect('text' in huge && huge.text.length).toBeGreaterThan(60_000_000);
		expect(await sent()).toBe(2);
	});
});

test('a delay before the work spares a client that hung up', async () => {
	await stage.control.setFaults({ kind: 'delay', delayMs: 200, process: false });
	const dispatcher = new Agent({ headersTimeout: 50 });
	const started = performance.now();
	await expect(
		request(`${stage.origin}/http/9.0/sendSms`, {
			method: 'POST',
			body,
			dispatcher,
			signal: AbortSignal.timeout(50),
		}),
	).rejects.toThrow();
	await dispatcher.destroy();
	while (performance.now() - started < 350) await new Promise((next) => setTimeout(next, 20));
	expect(await sent()).toBe(0);
	await stage.control.setFaults({ kind: 'delay', delayMs: 100, process: false });
	expect(await send()).toMatchObject({ status: 200 });
	expect(await sent()).toBe(1);
});

describe('which request a fault meets', () => {
	const statuses = async (...endpoints: string[]): Promise<number[]> => {
		const found: number[] = [];
		for (const endpoint of endpoints) found.push((await stage.v9.call(endpoint)).http);
		return found;
	};

	test('the next ones, as often as told, in the order of the list', async () => {
		await stage.control.setFaults(
			{ kind: 'status', status: 501, times: 2 },
			{ kind: 'status', status: 502 },
		);
		expect(await statuses('getInfo', 'getInfo', 'getInfo', 'getInfo')).toEqual([
			501, 501, 502, 200,
		]);
	});

	test('always, until cleared', async () => {
		await stage.control.setFaults({ kind: 'status', status: 500, times: 0 });
		expect(await statuses('getInfo', 'getPulls', 'getInfo')).toEqual([500, 500, 500]);
		await stage.control.setFaults();
		expect(await statuses('getInfo')).toEqual([200]);
	});

	test('the n-th from now', async () => {
		await stage.control.setFaults(
			{ kind: 'status', status: 500, request: 3 },
			{ kind: 'status', status: 501, request: 2 },
		);
		expect(await statuses('getInfo', 'getInfo', 'getInfo', 'getInfo')).toEqual([
			200, 501, 500, 200,
		]);
	});

	test('those of one endpoint, by any of its names', async () => {
		for (const endpoint of ['getPulls', 'GETPULLS', '/http/9.0/getPulls/', 'http/9.0/getPulls']) {
			await stage.control.setFaults({ kind: 'status', endpoint, request: 2 });
			expect(await statuses('getInfo', 'getPulls', 'getInfo', 'getPulls')).toEqual([
				200, 200, 200, 503,
			]);
		}
		await stage.control.setFaults({ kind: 'status', endpoint: '/sms/send/bulk' });
		expect((await ask(`${stage.origin}/sms/send/`, { method: 'POST' })).http).toBe(401);
		expect((await ask(`${stage.origin}/sms/send/bulk/`, { method: 'POST' })).http).toBe(503);
	});

	test('never the page or the control API', async () => {
		await stage.control.setFaults({ kind: 'refuse', times: 0 });
		expect((await ask(`${stage.origin}/`)).http).toBe(200);
		expect(await stage.control.messages()).toEqual([]);
		expect(await onTheWire()).toMatchObject({ end: 'ECONNRESET' });
	});

	test('what waits is shown as it can be set again, and counts down', async () => {
		const faults: Fault[] = [
			{ kind: 'status', times: 2, endpoint: 'getInfo', request: 3, status: 500, retryAfter: '5' },
			{ kind: 'delay', times: 0, delayMs: 10, endpoint: 'push' },
			{ kind: 'html', times: 1, process: false },
		];
		await stage.control.setFaults(...faults);
		expect(await stage.control.faults()).toEqual(faults);
		await stage.v9.call('getInfo');
		expect((await stage.control.state()).faults).toEqual([{ ...faults[0], request: 2 }, faults[1]]);
	});

	test('a request that met a fault is in the log with it', async () => {
		await stage.control.setFaults({ kind: 'reset-after' });
		await send();
		expect(await stage.control.requests()).toEqual([
			expect.objectContaining({
				endpoint: 'sendSms',
				fault: 'reset-after',
				status: null,
				code: '100',
			}),
		]);
	});
});
