import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { cutIntoBatches } from '../../../nodes/shared/sending/batches.ts';
import type { Recipient } from '../../../nodes/shared/sending/recipient.ts';
import type { SoundContent } from '../../../nodes/shared/sending/message.ts';
import { request, settings, smsTo as sms, type SmsChange } from './recipients.mts';

const numbers = (count: number) =>
	Array.from({ length: count }, (_, index) => `336${String(index).padStart(8, '0')}`);

describe('cutIntoBatches', () => {
	test('equal SMS leave together, in order', () => {
		const batches = cutIntoBatches(numbers(1000).map((to) => sms(to)));
		expect(batches).toHaveLength(1);
		expect(batches[0]?.recipients.map(({ to }) => to)).toEqual(numbers(1000));
	});

	test('10,001 need eleven requests of 1,000', () => {
		const sizes = cutIntoBatches(numbers(10_001).map((to) => sms(to))).map(
			(batch) => batch.recipients.length,
		);
		expect(sizes).toEqual([...Array.from({ length: 10 }, () => 1000), 1]);
	});

	test('a text that reads like the template of others leaves apart from them', () => {
		const template = { template: 'Hi #param_1#', values: ['Anna'], text: 'Hi Anna' };
		const literal = { text: 'Hi #param_1#' };
		const batches = cutIntoBatches([sms('+33612000001', template), sms('+33612000002', literal)]);
		expect(batches.map(({ recipients }) => recipients.length)).toEqual([1, 1]);
	});

	test.each([
		['text', { text: 'Bye' }],
		['sender', { settings: { ...settings, sender: 'Shop' } }],
		['date', { settings: { ...settings, date: '2026-05-01 10:00:00' } }],
		['extra fields', { settings: { ...settings, extraFields: { TAG: '1' } } }],
		['payload format', { request: { ...request, payloadFormat: 'xml' as const } }],
	])('another %s needs another request', (_, change) => {
		expect(cutIntoBatches([sms('+33600000001'), sms('+33600000002', change)])).toHaveLength(2);
	});

	test('different texts with one template leave together', () => {
		const personal = (to: string, name: string) =>
			sms(to, { text: `Hello ${name}`, template: 'Hello #param_1#', values: [name] });
		const [batch, ...rest] = cutIntoBatches([
			personal('+33600000001', 'Anna'),
			personal('+33600000002', 'Ben'),
		]);
		expect(rest).toEqual([]);
		expect(batch?.recipients.map(({ message }) => message.content)).toMatchObject([
			{ template: 'Hello #param_1#', values: ['Anna'] },
			{ template: 'Hello #param_1#', values: ['Ben'] },
		]);
	});

	test('a key of one SMS is the identifier of its request', () => {
		const keyed = { settings: { ...settings, uniqueIdentifier: 'order-1' } };
		const [batch] = cutIntoBatches([sms('+33600000001', keyed), sms('+33600000002')]);
		expect(batch?.message.settings.uniqueIdentifier).toBe('order-1');
	});

	test('requests that share a key have identifiers of their own, the same at every try', () => {
		const keyed = { settings: { ...settings, uniqueIdentifier: 'may' } };
		const all = [
			sms('+33600000001', keyed),
			sms('+33600000001', keyed),
			sms('+33600000002', { ...keyed, text: 'Bye' }),
		];
		const identifiers = (planned: Recipient[]) =>
			cutIntoBatches(planned).map((batch) => batch.message.settings.uniqueIdentifier);
		expect(new Set(identifiers(all)).size).toBe(3);
		expect(identifiers(all).every((id) => /^may-[0-9a-f]{12}$/.test(id ?? ''))).toBe(true);
		expect(identifiers(all)).toEqual(identifiers(structuredClone(all)));
	});

	test.each([
		['another text', '+33600000001', { text: 'Bye' }],
		['other values', '+33600000001', { template: 'Hi #param_1#', values: ['Ben'] }],
		['another number', '+33600000003', { template: 'Hi #param_1#', values: ['Anna'] }],
	])('an identifier is that of %s too', (_, to, content) => {
		const keyed = { ...settings, uniqueIdentifier: 'may' };
		const identifierOf = (number: string, change: SmsChange) =>
			cutIntoBatches([
				sms(number, { ...change, settings: keyed }),
				sms('+33600000009', { text: 'Another request', settings: keyed }),
			])[0]?.message.settings.uniqueIdentifier;
		const plain = identifierOf('+33600000001', { template: 'Hi #param_1#', values: ['Anna'] });
		expect(identifierOf(to, content)).not.toBe(plain);
	});

	test('voice messages leave together where their sound is the same', () => {
		const voice = (to: string, url: string): Recipient<SoundContent> => ({
			...sms(to),
			message: { ...sms(to).message, content: { kind: 'sound', url } },
		});
		const batches = cutIntoBatches([
			voice('+33600000001', 'https://example.com/a.mp3'),
			voice('+33600000002', 'https://example.com/b.mp3'),
			voice('+33600000003', 'https://example.com/a.mp3'),
		]);
		expect(batches.map(({ recipients }) => recipients.map(({ to }) => to))).toEqual([
			['+33600000001', '+33600000003'],
			['+33600000002'],
		]);
	});

	test('every SMS is in one request, none holds a number twice or too many', () => {
		const planned = fc.array(
			fc.record({
				to: fc.constantFrom(...numbers(8)),
				text: fc.constantFrom('a', 'b'),
				batchSize: fc.constantFrom(1, 3),
			}),
			{ maxLength: 60 },
		);
		fc.assert(
			fc.property(planned, (rows) => {
				const all = rows.map(({ to, text, batchSize }) =>
					sms(to, { text, request: { ...request, batchSize } }),
				);
				const batches = cutIntoBatches(all);
				expect(new Set(batches.flatMap((batch) => batch.recipients))).toEqual(new Set(all));
				expect(batches.flatMap((batch) => batch.recipients)).toHaveLength(all.length);
				for (const { recipients, message } of batches) {
					expect(new Set(recipients.map(({ to }) => to)).size).toBe(recipients.length);
					expect(recipients.length).toBeLessThanOrEqual(message.request.batchSize);
					const templates = recipients.map((each) => each.message.content.template);
					expect(new Set(templates)).toEqual(new Set([message.content.template]));
				}
			}),
		);
	});
});
