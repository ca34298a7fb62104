import { describe, expect, test } from '@jest/globals';

import type { SmsParameters } from '../../../nodes/shared/sending/reading.ts';
import { recipientsOf, refusalOf, values } from './sms-parameters.mts';

describe('recipients of one item', () => {
	test('good ones, bad ones and repeated ones each have their recipient', () => {
		const recipients = recipientsOf({ to: '0612345678, 12; +33 6 12 34 56 78\n32470123456' });
		expect(
			recipients.map(({ itemIndex, to, known }) => [itemIndex, to, known?.status ?? null]),
		).toEqual([
			[3, '+33612345678', null],
			[3, '12', 'rejected'],
			[3, '+33612345678', 'skipped'],
			[3, '+32470123456', null],
		]);
	});

	test('numbers without a country code belong to the default country', () => {
		expect(recipientsOf({ to: '0470123456', options: { defaultCountry: 'be' } })[0]?.to).toBe(
			'+32470123456',
		);
	});
});

describe('text and template', () => {
	test('values of expressions become parameters', () => {
		const [recipient] = recipientsOf({
			message: [
				{ kind: 'text', text: 'Hello ' },
				{ kind: 'value', value: 'Anna' },
			],
		});
		expect(recipient?.message.content).toMatchObject({
			text: 'Hello Anna',
			template: 'Hello #param_1#',
			values: ['Anna'],
		});
	});

	test('without auto-personalise only the markers of the user are parameters', () => {
		const [recipient] = recipientsOf({
			message: [
				{ kind: 'text', text: 'Hello #param_1# ' },
				{ kind: 'value', value: 'Anna' },
			],
			dynamicParameters: values('Dr'),
			options: { autoPersonalise: false },
		});
		expect(recipient?.message.content).toMatchObject({
			text: 'Hello Dr Anna',
			template: 'Hello #param_1# Anna',
			values: ['Dr'],
		});
	});

	test('what cannot be a template for certain leaves as it is', () => {
		const [recipient] = recipientsOf({
			message: [
				{ kind: 'text', text: 'Cost: ' },
				{ kind: 'value', value: '$1' },
			],
		});
		expect(recipient?.message.content).toMatchObject({
			text: 'Cost: $1',
			template: 'Cost: $1',
			values: [],
		});
	});

	test.each([[{}], [values('Dr')]])(
		'a marker that an expression brings is text where it has no value (%j)',
		(dynamicParameters) => {
			const fixed = 'parameters' in dynamicParameters ? '#param_1# ' : '';
			const [recipient] = recipientsOf({
				message: [
					{ kind: 'text', text: `Hello ${fixed}` },
					{ kind: 'value', value: '#param_2#' },
				],
				dynamicParameters,
			});
			const text = `Hello ${fixed && 'Dr '}#param_2#`;
			expect(recipient?.message.content).toMatchObject({ text, template: text, values: [] });
		},
	);

	test('the STOP mention and plain characters are part of text and template', () => {
		const [recipient] = recipientsOf({
			message: [
				{ kind: 'text', text: 'L’offre de ' },
				{ kind: 'value', value: 'l’été' },
			],
			options: { stopMention: true, replaceTypographicCharacters: true },
		});
		expect(recipient?.message.content).toMatchObject({
			text: "L'offre de l'été STOP au 36180",
			template: "L'offre de #param_1# STOP au 36180",
		});
	});

	test.each([
		[{ message: [{ kind: 'text', text: ' \n' }] }, 'Message is empty'],
		[{ message: [] }, 'Message is empty'],
		[
			{ message: [{ kind: 'value', value: '[object Object]' }] },
			'Message contains an object where a text is needed',
		],
		[
			{
				message: [{ kind: 'text', text: 'Hi #param_1# #param_2#' }],
				dynamicParameters: values('a'),
			},
			"Message has the marker #param_2#, but 'Marker Values' has no value 2",
		],
		[
			{ message: [{ kind: 'text', text: 'Hi #param_1#' }], dynamicParameters: values('a', 'b') },
			'Marker Values has a value 2, but the text has no marker #param_2#',
		],
		[
			{ message: [{ kind: 'text', text: 'Hi #param_1#' }], dynamicParameters: values({ a: 1 }) },
			'Marker Values has a value 1 that is an object, where a text is needed',
		],
	])('%j is refused', (change, expected) => {
		expect(refusalOf(change as Partial<SmsParameters>)).toBe(expected);
	});
});
