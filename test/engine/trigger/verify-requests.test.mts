import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';

import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { openEngine, type Engine } from '../../../harness/engine.mts';
import { lines } from '../../../harness/lines.mts';
import {
	OK,
	openTrigger,
	receipt,
	reply,
	type SceneOptions,
	type TriggerScene,
} from '../../../harness/trigger-scene.mts';

jest.setTimeout(60_000);

/** What the API is asked, and what it answers; `asked` is how often the same was asked before. */
type Api = (endpoint: string, fields: URLSearchParams, asked: number) => unknown;

const KNOWN = { phoneNumber: '33612345678', statut: '1', message: 'Oui, à demain' };
const UNKNOWN = { status: '0', statusText: 'Unknown' };
const NOT_LOGGED_IN = { status: 102, statusText: 'Bad login' };

describe.each(lines)('what verifying asks of AllMySMS on n8n-core $version', (line) => {
	let engine: Engine;
	let scene: TriggerScene | undefined;
	let server: Server | undefined;
	let asked: string[] = [];

	const open = async (
		api: Api | null,
		options: SceneOptions['options'] = {},
		baseUrl = '',
	): Promise<TriggerScene> => {
		asked = [];
		const listening = createServer((request, response) => {
			void (async () => {
				const body = await textOf(request);
				const endpoint = (request.url ?? '').split('/').at(-2) ?? '';
				const question = `${endpoint}?${body}`;
				const before = asked.filter((each) => each === question).length;
				asked.push(question);
				response.end(JSON.stringify(await api?.(endpoint, new URLSearchParams(body), before)));
			})();
		});
		server = listening;
		await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
		const { port } = listening.address() as AddressInfo;
		engine = await openEngine(line, {
			login: 'sandbox',
			apiKey: 'sandbox-key',
			baseUrl: baseUrl || `http://127.0.0.1:${port}`,
		});
		engine.log.take();
		scene = await openTrigger(engine, { options: { verify: true, ...options } });
		return scene;
	};
	const listOf = (count: number) => ({
		method: 'POST',
		body: JSON.stringify(Array.from({ length: count }, () => receipt())),
	});

	afterEach(async () => {
		expect(scene?.crashes ?? []).toEqual([]);
		await scene?.close();
		scene = undefined;
		server?.closeAllConnections();
		server?.close();
	});

	test('eight things at a time, one push after the other', async () => {
		let held: Array<() => void> = [];
		let most = 0;
		const { call } = await open(async () => {
			await new Promise<void>((resolve) => {
				held.push(resolve);
				most = Math.max(most, held.length);
				// Whoever else may ask at the same time has time to do so.
				if (held.length === 8) {
					setTimeout(() => {
						const answered = held;
						held = [];
						for (const answer of answered) answer();
					}, 200);
				}
			});
			return KNOWN;
		});
		for (let n = 0; n < 2; n++) expect(await call('', listOf(24))).toEqual(OK);
		expect(asked).toHaveLength(48);
		expect(most).toBe(8);
	});

	test('again what it does not know yet: a push may be faster than the API', async () => {
		const { push, items } = await open((_, __, before) => (before === 0 ? UNKNOWN : KNOWN));
		expect(await push(receipt())).toEqual(OK);
		expect((await items()).flat()).toMatchObject([{ verified: true }]);
		expect(asked).toHaveLength(2);
	});

	test('a reply by its SMS, and by its campaign where it is not found there', async () => {
		const { push, items } = await open((endpoint) => (endpoint === 'getPull' ? KNOWN : UNKNOWN));
		expect(await push(reply())).toEqual(OK);
		expect((await items()).flat()).toMatchObject([{ event: 'reply', verified: true }]);
		expect(asked.map((each) => each.split('?')[0])).toEqual(['getPullBySmsId', 'getPull']);
	});

	test('nothing more once it cannot tell: the other events of the push wait for no answer', async () => {
		const { call, items } = await open(() => NOT_LOGGED_IN);
		expect(await call('', listOf(50))).toEqual(OK);
		const [first] = await items();
		expect(first?.map(({ verified }) => verified)).toEqual(Array<boolean>(50).fill(false));
		expect(asked.length).toBeLessThanOrEqual(8);
	});

	test('again about what it refuted, wherever it stood in a list', async () => {
		const [early, known] = [receipt(), receipt()];
		let isKnown = (smsId: string | null) => smsId !== early.smsId;
		const { call, push, items } = await open((_, fields) =>
			isKnown(fields.get('smsId')) ? KNOWN : UNKNOWN,
		);
		expect(await call('', { method: 'POST', body: JSON.stringify([early, known]) })).toEqual(OK);
		isKnown = () => true;
		expect(await push(early)).toEqual(OK);
		const started = (await items()).map((each) => each.map(({ smsId }) => smsId));
		expect(started).toEqual([[known.smsId], [early.smsId]]);
	});

	test('nothing where its address cannot be used, and the log says why', async () => {
		const { push, items } = await open(null, {}, 'not an address');
		expect(await push(receipt())).toEqual(OK);
		expect((await items()).flat()).toMatchObject([{ verified: false }]);
		expect(asked).toEqual([]);
		expect(JSON.stringify(engine.log.take())).toContain("'Base URL' of the AllMySMS credential");
	});

	test('what it refutes is counted in the log', async () => {
		const { call } = await open(() => UNKNOWN);
		expect((await call('', listOf(3))).status).toBe(401);
		expect(JSON.stringify(engine.log.take())).toContain(
			'refused 3 events that AllMySMS does not know',
		);
	});
});
