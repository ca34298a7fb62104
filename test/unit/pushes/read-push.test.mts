import { describe, expect, test } from '@jest/globals';

import { MAX_EVENTS } from '../../../nodes/shared/pushes/read-push.ts';
import { readEvent } from '../../../nodes/shared/pushes/sms-event.ts';
import { form, FORM, JSON_TYPE, multipart, rawEvents, reading, RECEIPT, REPLY } from './push.mts';

describe('every way in which one event can come', () => {
	test.each([
		['query', { query: form(REPLY) }],
		['form', { body: form(REPLY), contentType: FORM }],
		['form with a charset', { body: form(REPLY), contentType: `${FORM}; charset=UTF-8` }],
		['multipart', multipart(REPLY)],
		['JSON', { body: JSON.stringify(REPLY), contentType: JSON_TYPE }],
		[
			'JSON with a byte order mark',
			{ body: `\uFEFF${JSON.stringify(REPLY)}`, contentType: JSON_TYPE },
		],
		['JSON that says it is a form', { body: JSON.stringify(REPLY), contentType: FORM }],
		['JSON that says it is a page', { body: JSON.stringify(REPLY), contentType: 'text/html' }],
		['JSON that says nothing', { body: JSON.stringify(REPLY) }],
		['a form that says it is JSON', { body: form(REPLY), contentType: JSON_TYPE }],
		['a form that says it is text', { body: form(REPLY), contentType: 'text/plain' }],
		['a form that says it is multipart', { body: form(REPLY), contentType: 'multipart/form-data' }],
		['a list of one', { body: JSON.stringify([REPLY]) }],
		['an envelope with a list', { body: JSON.stringify({ mos: [REPLY] }) }],
		['an envelope with a single object', { body: JSON.stringify({ MOS: REPLY }) }],
		['an unknown envelope', { body: JSON.stringify({ data: { items: [REPLY] } }) }],
		['JSON in a form field', { body: form({ payload: JSON.stringify(REPLY) }), contentType: FORM }],
		['JSON in the query', { query: form({ data: JSON.stringify([REPLY]) }) }],
		[
			'half in the query, half in the body',
			{
				query: form({ smsId: REPLY.smsId, smsMoId: REPLY.smsMoId, message: 'overruled' }),
				body: JSON.stringify({ ...REPLY, smsId: undefined, smsMoId: undefined }),
			},
		],
		[
			'XML',
			{
				body: `<mo>${Object.entries(REPLY)
					.map(([key, value]) => `<${key}>${value}</${key}>`)
					.join('')}</mo>`,
				contentType: 'text/xml',
			},
		],
		[
			'brackets',
			{
				body: form(Object.fromEntries(Object.entries(REPLY).map(([k, v]) => [`mos[0][${k}]`, v]))),
			},
		],
	])('%s', async (_, wire) => {
		expect(await rawEvents(wire)).toEqual([REPLY]);
	});
});

test('the token is no part of a push, however it is spelt', async () => {
	expect(await reading({ query: 'token=secret&Token=s2' })).toEqual({ kind: 'empty' });
	expect(await rawEvents({ query: `token=secret&${form(REPLY)}` })).toEqual([REPLY]);
});

test('parameters of the address are added to each event, and the body wins', async () => {
	const events = await rawEvents({
		query: 'token=t&source=crm&message=no',
		body: JSON.stringify([REPLY, { ...REPLY, smsMoId: '779' }]),
	});
	expect(events).toEqual([
		{ source: 'crm', ...REPLY },
		{ source: 'crm', ...REPLY, smsMoId: '779' },
	]);
});

test('events of several envelopes and lists in brackets keep their order', async () => {
	const body = { acks: [RECEIPT, { ...RECEIPT, smsId: 'b' }], mos: [REPLY] };
	expect(await rawEvents({ body: JSON.stringify(body) })).toEqual([...body.acks, REPLY]);
	expect(
		await rawEvents({
			body: 'acks[0][smsId]=a&acks[0][status]=1&acks[1][smsId]=b&acks[1][status]=2',
		}),
	).toEqual([
		{ smsId: 'a', status: '1' },
		{ smsId: 'b', status: '2' },
	]);
});

test('1,000 events in one push are 1,000 events', async () => {
	const many = Array.from({ length: 1_000 }, (_, n) => ({ ...RECEIPT, smsId: String(n) }));
	expect(await rawEvents({ body: JSON.stringify({ reports: many }) })).toEqual(many);
});

test('more events than any push has are refused', async () => {
	const list = `[${Array.from({ length: MAX_EVENTS + 1 }, () => '{"status":1}').join(',')}]`;
	expect(await reading({ body: list })).toMatchObject({ kind: 'unreadable' });
});

describe('empty', () => {
	test.each([
		['nothing', {}],
		['a token alone', { query: 'token=abc' }],
		['white space', { body: ' \r\n ' }],
		['an empty form', { body: '', contentType: FORM }],
		['fields without values', { body: 'smsId=&status=&phoneNumber=', contentType: FORM }],
		['an empty object', { body: '{}' }],
		['an empty list', { body: '[]' }],
		['a list of empty objects', { body: '[{}, null, {"smsId": ""}]' }],
		['an empty envelope', { body: '{"acks":[]}' }],
		['null', { body: 'null' }],
		['an empty multipart form', { body: '--b--', contentType: 'multipart/form-data; boundary=b' }],
		['an empty XML element', { body: '<acks/>' }],
	])('%s', async (_, wire) => {
		expect(await reading(wire)).toEqual({ kind: 'empty' });
	});
});

describe('unreadable, with one line that says so', () => {
	test.each([
		['words', { body: 'hello world' }],
		['half a JSON', { body: '{"smsId":"1","sta', contentType: JSON_TYPE }],
		['a JSON text', { body: '"hello"' }],
		['a JSON number', { body: '42', contentType: JSON_TYPE }],
		['a list of numbers', { body: '[1,2,3]' }],
		['a web page', { body: '<!doctype html><html><body>=</body></html>' }],
		['half an XML', { body: '<acks><ack><smsId>1' }],
		['an entity bomb', { body: '<!DOCTYPE a [<!ENTITY a "&a;&a;">]><a>&a' }],
		['bytes', { body: Uint8Array.from({ length: 256 }, (_, n) => n) }],
		[
			'bytes that say they are a form',
			{ body: Uint8Array.from([0, 61, 255, 254]), contentType: FORM },
		],
		[
			'multipart without an end',
			{ body: '--b\r\nX', contentType: 'multipart/form-data; boundary=b' },
		],
		['deep nesting', { body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }],
	])('%s', async (_, wire) => {
		const push = await reading(wire);
		expect(push).toMatchObject({ kind: 'unreadable' });
		if (push.kind === 'unreadable') expect(push.reason).toMatch(/^[A-Z][^\r\n]{10,100}$/);
	});

	test('strays do not hold up the events beside them', async () => {
		expect(await rawEvents({ body: JSON.stringify([1, RECEIPT, 'x', null]) })).toEqual([RECEIPT]);
	});
});

test('keys that change what objects inherit are nobody’s fields', async () => {
	const pushes = [
		{ query: '__proto__=x&__proto__[polluted]=1&smsId=1&status=1' },
		{ body: '{"__proto__":{"polluted":1},"smsId":"1","status":"1"}' },
		{ body: 'constructor[prototype][polluted]=1&smsId=1&status=1' },
	];
	for (const push of pushes) {
		const [event] = await rawEvents(push);
		expect(event).toMatchObject({ smsId: '1', status: '1' });
		expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
		expect({}).not.toHaveProperty('polluted');
	}
});

test('a repeated form field counts with its last value, and comes out as it came', async () => {
	const [event] = await rawEvents({ body: 'smsId=1&smsId=2&status=1' });
	expect(event).toEqual({ smsId: ['1', '2'], status: '1' });
	expect(readEvent(event ?? {})).toMatchObject({ smsId: '2' });
});
