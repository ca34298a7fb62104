import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { MAX_EVENTS } from '../../../nodes/shared/pushes/read-push.ts';
import { readEvent } from '../../../nodes/shared/pushes/sms-event.ts';
import { form, FORM, JSON_TYPE, rawEvents, reading, RECEIPT, REPLY } from './push.mts';

const multipart = (fields: Readonly<Record<string, string>>, boundary = 'xXx') => ({
	contentType: `multipart/form-data; boundary=${boundary}`,
	body: `${Object.entries(fields)
		.map(
			([name, value]) =>
				`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
		)
		.join('')}--${boundary}--\r\n`,
});

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

describe('encodings', () => {
	const message = 'Reçu à l’école – 10 €';
	const asLatin1 = Buffer.from([
		0x52, 0x65, 0xe7, 0x75, 0x20, 0xe0, 0x20, 0x6c, 0x92, 0xe9, 0x63, 0x6f, 0x6c, 0x65, 0x20, 0x96,
		0x20, 0x31, 0x30, 0x20, 0x80,
	]);
	const around = (before: string, after = '') =>
		Buffer.concat([Buffer.from(before), asLatin1, Buffer.from(after)]);
	const percent = Array.from(asLatin1, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

	test.each([
		['UTF-8 form', { body: form({ message }) }],
		['UTF-8 query', { query: form({ message }) }],
		['UTF-8 multipart', multipart({ message })],
		['UTF-8 JSON', { body: JSON.stringify({ message }) }],
		['Latin-1 form', { body: around('message='), contentType: FORM }],
		['Latin-1 form in percent signs', { body: `message=${percent}`, contentType: FORM }],
		['Latin-1 query', { query: `message=${percent}` }],
		['Latin-1 JSON', { body: around('{"message":"', '"}'), contentType: JSON_TYPE }],
		[
			'Latin-1 multipart',
			{
				body: around(
					'--b\r\nContent-Disposition: form-data; name="message"\r\n\r\n',
					'\r\n--b--\r\n',
				),
				contentType: 'multipart/form-data; boundary=b',
			},
		],
	])('%s', async (_, wire) => {
		expect(await rawEvents(wire)).toEqual([{ message }]);
	});

	test('a Latin-1 field does not spoil a UTF-8 field beside it', async () => {
		expect(await rawEvents({ query: `message=${percent}&statusText=%C3%A9t%C3%A9` })).toEqual([
			{ message, statusText: 'été' },
		]);
	});

	test('plus signs are spaces, stray percent signs stay', async () => {
		expect(await rawEvents({ body: 'message=50%+off%21' })).toEqual([{ message: '50% off!' }]);
	});
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

describe('whatever comes', () => {
	const contentTypes = fc.constantFrom(
		'',
		FORM,
		JSON_TYPE,
		'text/xml',
		'multipart/form-data; boundary=b',
		'multipart/form-data; boundary="',
		'\u0000',
	);
	const hostile = fc.oneof(
		fc.uint8Array({ maxLength: 400 }),
		fc.string({ unit: 'binary', maxLength: 400 }).map((text) => Buffer.from(text)),
		fc.json({ maxDepth: 12 }).map((text) => Buffer.from(text)),
		fc
			.array(
				fc.constantFrom(
					'{',
					'}',
					'[',
					']',
					'<',
					'>',
					'&',
					'=',
					'--b',
					'\r\n',
					'"',
					'acks',
					'%',
					'&a;',
					'\uFFFD',
				),
			)
			.map((parts) => Buffer.from(parts.join(''))),
	);

	test('is events, empty or unreadable, and each event can be read', async () => {
		await fc.assert(
			fc.asyncProperty(hostile, contentTypes, fc.string(), async (body, contentType, query) => {
				const push = await reading({ body, contentType, query });
				if (push.kind !== 'events') return;
				expect(push.events.length).toBeGreaterThan(0);
				for (const raw of push.events) {
					expect(['deliveryReport', 'reply', 'stop', 'other']).toContain(readEvent(raw).event);
				}
			}),
			{ numRuns: 3_000 },
		);
	});

	test('form fields come out as they went in', async () => {
		const name = fc
			.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,20}$/)
			.filter((n) => !/^(token|acks|mos|reports)$/i.test(n));
		const value = fc
			.string({ unit: 'grapheme' })
			.filter((text) => text.trim() !== '' && !/^[\s\uFEFF]*[[{<]/.test(text));
		await fc.assert(
			fc.asyncProperty(
				fc.dictionary(name, value, { minKeys: 1, noNullPrototype: true }),
				async (fields) => {
					expect(await rawEvents({ body: form(fields), contentType: FORM })).toEqual([fields]);
					expect(await rawEvents({ query: form(fields) })).toEqual([fields]);
					expect(await rawEvents({ body: JSON.stringify(fields) })).toEqual([fields]);
				},
			),
		);
	});
});
