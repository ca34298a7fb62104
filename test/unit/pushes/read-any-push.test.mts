import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readEvent } from '../../../nodes/shared/pushes/sms-event.ts';
import { form, FORM, JSON_TYPE, rawEvents, reading } from './push.mts';

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
