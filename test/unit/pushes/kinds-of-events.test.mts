import { describe, expect, test } from '@jest/globals';

import { eventKey, storedKeys } from '../../../nodes/shared/pushes/event-memory.ts';
import { formObject, readForm } from '../../../nodes/shared/pushes/push-form.ts';
import { readEvent } from '../../../nodes/shared/pushes/sms-event.ts';
import { JSON_TYPE, rawEvents, reading, RECEIPT, REPLY } from './push.mts';

describe('a reply is never taken for a receipt, which would lose it', () => {
	test.each([
		['its id says so', { smsMoId: '7', status: '1', statusText: 'Delivered' }],
		['the same beside a text', { ...REPLY, status: '1', statusText: 'Delivered' }],
		['words of a receipt alone', { message: 'Bonjour', statusText: 'Delivered' }],
		['a code without words', { code: 1, message: 'Bonjour' }],
		['a code beside a text that is empty', { code: 1, message: '' }],
	])('%s', (_, raw) => {
		expect(readEvent({ phoneNumber: '33612345678', ...raw }).event).toBe('reply');
	});

	test.each([
		['the text of the SMS repeated', { status: '1', statusText: 'Delivered', message: 'Bonjour' }],
		['a code with words', { code: 1, statusText: 'Delivered', message: '' }],
	])('a receipt stays one: %s', (_, raw) => {
		expect(readEvent({ phoneNumber: '33612345678', ...raw }).event).toBe('deliveryReport');
	});
});

describe('what tells repeats of an event', () => {
	const key = (raw: Readonly<Record<string, unknown>>) => eventKey(readEvent(raw));
	const report = { ...RECEIPT, smsId: '' };
	const reply = { ...REPLY, smsMoId: '' };

	test.each([
		['a receipt without the id of its SMS', report],
		['a reply without an id of its own', reply],
	])('%s is told by its phone and its date together', (_, raw) => {
		expect(key(raw)).not.toBeNull();
		expect(key(raw)).toBe(key({ ...raw }));
		expect(key(raw)).not.toBe(key({ ...raw, receptionDate: '2026-05-02 10:00:00' }));
		expect(key(raw)).not.toBe(key({ ...raw, phoneNumber: '33612345679' }));
		expect(key({ ...raw, receptionDate: '' })).toBeNull();
		expect(key({ ...raw, phoneNumber: '' })).toBeNull();
	});

	test('an event of another kind is told by all that it holds', () => {
		const click = { link: 'a', receptionDate: '2026-05-01 10:00:00' };
		expect(key(click)).toBe(key({ ...click }));
		expect(key(click)).not.toBe(key({ ...click, link: 'b' }));
	});

	test('nothing that was stored is no key', () => {
		for (const stored of [undefined, '', 7]) {
			expect(storedKeys({ recentEvents: stored }).size).toBe(0);
		}
		expect([...storedKeys({ recentEvents: 'a b' })]).toEqual(['a', 'b']);
	});
});

describe('lists and envelopes', () => {
	const fieldsOf = (text: string) => formObject(readForm(text));

	test.each([
		['a[]=1&a[]=2', { a: ['1', '2'] }],
		['a[][b]=1&a[][b]=2', { a: [{ b: '1' }, { b: '2' }] }],
		['a[0]=x&a[b]=y', { a: { 0: 'x', b: 'y' } }],
		['a[0x]=1', { a: { '0x': '1' } }],
		['a[10]=1&a[11]=2', { a: ['1', '2'] }],
		['a[b]=1&a[b]=2&a[b]=3', { a: { b: ['1', '2', '3'] } }],
		['a[b][c][d][e]=1', { a: { b: { c: { d: { e: '1' } } } } }],
		['a[b][c][d][e][f]=1', { 'a[b][c][d][e][f]': '1' }],
		['a[b]c=1', { 'a[b]c': '1' }],
		['a[__proto__]=1&__proto__=2&b=3', { a: {}, b: '3' }],
	])('%s', (text, expected) => {
		expect(fieldsOf(text)).toEqual(expected);
	});

	const json = (value: unknown) => ({ body: JSON.stringify(value), contentType: JSON_TYPE });

	test.each([
		['one key around a receipt', { push: RECEIPT }, [RECEIPT]],
		['one key around a receipt as text', { push: JSON.stringify(RECEIPT) }, [RECEIPT]],
		['one key around what nobody knows', { push: { a: { b: 1 } } }, [{ push: { a: { b: 1 } } }]],
		['two keys', { push: RECEIPT, more: 1 }, [{ push: RECEIPT, more: 1 }]],
		['a list of text', { acks: 'none' }, [{ acks: 'none' }]],
	])('%s', async (_, pushed, events) => {
		expect(await rawEvents(json(pushed))).toEqual(events);
	});

	test.each([
		['a number beside nothing', [1, null]],
		['a receipt in too many lists', [[[[[[RECEIPT]]]]]]],
	])('%s cannot be read', async (_, pushed) => {
		expect((await reading(json(pushed))).kind).toBe('unreadable');
	});

	test('a form with a name that no form has cannot be read', async () => {
		expect((await reading({ body: 'a=1&<b>=2' })).kind).toBe('unreadable');
	});
});
