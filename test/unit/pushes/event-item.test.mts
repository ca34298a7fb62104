import { describe, expect, test } from '@jest/globals';

import { isWanted, type EventFilter } from '../../../nodes/shared/pushes/event-filter.ts';
import { eventItem, readEvent, withoutSecret } from '../../../nodes/shared/pushes/sms-event.ts';
import { RECEIPT, REPLY } from './push.mts';

const NOW = '2026-07-01T12:00:00+02:00';
const style = { zone: 'Europe/Paris', now: NOW, includeRaw: false };
const item = (raw: Readonly<Record<string, unknown>>, changes: Partial<typeof style> = {}) =>
	eventItem(readEvent(raw), { ...style, ...changes });

describe('output items', () => {
	test('a delivery report', () => {
		const expected = {
			event: 'deliveryReport',
			smsId: RECEIPT.smsId,
			campaignId: 'ap_28423',
			phoneNumber: '+33612345678',
			status: 'delivered',
			statusCode: 1,
			statusText: 'Delivered',
			final: true,
			receivedAt: '2026-05-01T10:00:00+02:00',
		};
		expect(item(RECEIPT)).toStrictEqual(expected);
		expect(Object.keys(item(RECEIPT))).toEqual(Object.keys(expected));
		expect(item(RECEIPT, { includeRaw: true })).toStrictEqual({ ...expected, raw: RECEIPT });
	});

	test('a reply and a STOP', () => {
		const expected = {
			event: 'reply',
			replyId: '778',
			smsId: REPLY.smsId,
			campaignId: 'ap_28423',
			phoneNumber: '+33612345678',
			message: 'Oui, à demain',
			receivedAt: '2026-05-01T10:05:00+02:00',
		};
		expect(item(REPLY)).toStrictEqual(expected);
		expect(Object.keys(item(REPLY))).toEqual(Object.keys(expected));
		const stop = { ...REPLY, message: 'STOP' };
		expect(item(stop, { includeRaw: true })).toStrictEqual({
			...expected,
			event: 'stop',
			message: 'STOP',
			raw: stop,
		});
	});

	test('any other push', () => {
		const raw = { click: 'https://example.com' };
		expect(item(raw)).toStrictEqual({ event: 'other', raw, receivedAt: NOW });
	});

	test('a key without a value is null, never missing', () => {
		expect(item({ status: '' })).toStrictEqual({
			event: 'deliveryReport',
			smsId: null,
			campaignId: null,
			phoneNumber: null,
			status: 'unknown',
			statusCode: null,
			statusText: null,
			final: false,
			receivedAt: NOW,
		});
		expect(item({ message: '', smsId: '0' })).toStrictEqual({
			event: 'reply',
			replyId: null,
			smsId: null,
			campaignId: null,
			phoneNumber: null,
			message: null,
			receivedAt: NOW,
		});
	});
});

test.each([
	['2026-01-15 09:30:00', 'Europe/Paris', '2026-01-15T09:30:00+01:00'],
	['2026-07-15 09:30:00', 'Europe/Paris', '2026-07-15T09:30:00+02:00'],
	['2026-07-15 09:30:00', 'America/New_York', '2026-07-15T09:30:00-04:00'],
	['2026-07-15T07:30:00Z', 'Europe/Paris', '2026-07-15T09:30:00+02:00'],
	['1784100600', 'UTC', '2026-07-15T07:30:00Z'],
	['15/07/2026 09:30', 'Europe/Paris', NOW],
	['soon', 'Europe/Paris', NOW],
	['', 'Europe/Paris', NOW],
])('the date %j in %s is %s', (receptionDate, zone, expected) => {
	expect(item({ ...RECEIPT, receptionDate }, { zone }).receivedAt).toBe(expected);
});

test.each([
	['33612345678', '+33612345678'],
	['+33 6 12 34 56 78', '+33612345678'],
	['0612345678', '+33612345678'],
	['0033612345678', '+33612345678'],
	[33612345678, '+33612345678'],
	['36180', '36180'],
	['ALLMYSMS', 'ALLMYSMS'],
	['', null],
])('the number %j is %j', (phoneNumber, expected) => {
	expect(item({ ...REPLY, phoneNumber })).toMatchObject({ phoneNumber: expected });
});

describe('what a workflow wants to hear of', () => {
	const all: EventFilter = {
		events: new Set(['deliveryReport', 'reply', 'stop', 'other']),
		statuses: null,
		campaignIds: null,
		hasKeyword: null,
	};
	const receipt = readEvent(RECEIPT);
	const reply = readEvent(REPLY);
	const stop = readEvent({ ...REPLY, message: 'STOP' });
	const other = readEvent({ click: 1 });
	const wanted = (filter: Partial<EventFilter>) =>
		[receipt, reply, stop, other]
			.filter((event) => isWanted(event, { ...all, ...filter }))
			.map(({ event }) => event);

	test.each<[string, Partial<EventFilter>, string[]]>([
		['everything', {}, ['deliveryReport', 'reply', 'stop', 'other']],
		['one kind', { events: new Set(['reply']) }, ['reply']],
		[
			'a status',
			{ statuses: new Set(['delivered']) },
			['deliveryReport', 'reply', 'stop', 'other'],
		],
		['another status', { statuses: new Set(['rejected']) }, ['reply', 'stop', 'other']],
		['a campaign', { campaignIds: new Set(['ap_28423']) }, ['deliveryReport', 'reply', 'stop']],
		['another campaign', { campaignIds: new Set(['x']) }, []],
		[
			'a keyword that is there',
			{ hasKeyword: () => true },
			['deliveryReport', 'reply', 'stop', 'other'],
		],
		[
			'a keyword that is not there',
			{ hasKeyword: () => false },
			['deliveryReport', 'stop', 'other'],
		],
	])('%s', (_, filter, expected) => {
		expect(wanted(filter)).toEqual(expected);
	});
});

describe('the token in a push', () => {
	test('is hidden wherever it stands', () => {
		const raw = {
			url: 'https://n8n/x?token=s3cret-s3cret',
			list: [{ token: 's3cret-s3cret' }],
			n: 1,
		};
		const hidden = withoutSecret(raw, 's3cret-s3cret');
		expect(hidden).toEqual({ url: 'https://n8n/x?token=***', list: [{ token: '***' }], n: 1 });
	});

	test('a short one hides only a value of its own', () => {
		expect(withoutSecret({ a: 'ok', b: 'look' }, 'ok')).toEqual({ a: '***', b: 'look' });
	});

	test('none hides nothing', () => {
		expect(withoutSecret({ a: '' }, '')).toEqual({ a: '' });
	});
});
