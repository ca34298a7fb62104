import { describe, expect, test } from '@jest/globals';

import { form, FORM, JSON_TYPE, multipart, rawEvents } from './push.mts';

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
