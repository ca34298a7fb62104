import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';

import {
	isFrenchLandline,
	readMobileNumber,
	readPhoneNumber,
} from '../../sandbox/numbers/phone-number.mts';
import { setStage } from './client/stage.mts';
import { ask } from './client/v9.mts';

const stage = setStage();

describe('numbers on the wire', () => {
	test.each([
		['33612345678', '33612345678'],
		['0612345678', '33612345678'],
		['+33 6 12 34 56 78', '33612345678'],
		['0033612345678', '33612345678'],
		['+33 (0)6-12.34.56.78', '33612345678'],
		['06 12\u00a034\u202f56 78', '33612345678'],
		['０６１２３４５６７８', '33612345678'],
		['\u200e+33612345678\u202c', '33612345678'],
		['+4915112345678', '4915112345678'],
		['+44 (0)7911 123456', '447911123456'],
		['687751234', '687751234'],
		['+687 75 12 34', '687751234'],
		['681821234', '681821234'],
		['376312345', '376312345'],
		['0692 11 22 33', '262692112233'],
		['33692112233', '262692112233'],
		['+33 692 11 22 33', '262692112233'],
		['262692112233', '262692112233'],
		['0639 12 34 56', '262639123456'],
		['0690123456', '590690123456'],
		['0694123456', '594694123456'],
		['0696123456', '596696123456'],
		['0508 55 12 34', '508551234'],
		['508551234', '508551234'],
		['07 00 12 34 56 78 90', '337001234567890'],
		['337001234567890', '337001234567890'],
		['+1411111111', '1411111111'],
	])('%s is the phone %s', async (given, digits) => {
		const { json } = await stage.v9.text('Hello', given);
		expect(json).toMatchObject({ invalidNumbers: '', smsIds: [{ phoneNumber: digits }] });
		expect((await stage.control.messages())[0]?.phoneNumber).toBe(digits);
	});

	test.each([
		'',
		'12',
		'nonsense',
		'0123456789',
		'0262123456',
		'33123456789',
		'3361234567',
		'061234567',
		'06123456789',
		'1234567890123456',
	])('%j is none that can be texted', async (given) => {
		const { json } = await stage.v9.text('Hello', given, '33698765432');
		expect(json).toMatchObject({ status: 100, invalidNumbers: given, nbContacts: '1' });
	});

	test('one phone in two spellings is one: STOP from either stops both', async () => {
		await stage.v9.text('a', '0692112233');
		await stage.control.reply('+33 692 11 22 33', 'STOP');
		const { json } = await stage.v9.text('b', '262692112233', '0692112233', '33692112233');
		expect(json).toMatchObject({
			status: 114,
			invalidNumbers: '262692112233|0692112233|33692112233',
		});
	});
});

describe('numbers of the control API', () => {
	test.each([
		'33612345678',
		'+33612345678',
		'0612345678',
		'00 33 6 12 34 56 78',
		'tel:+33612345678;phone-context=fr',
	])('a reply from %s comes from 33612345678', async (given) => {
		await stage.v9.text('a', '0612345678');
		expect(await stage.control.reply(given, 'Yes')).toMatchObject({
			phoneNumber: '33612345678',
			smsId: expect.any(String),
		});
	});

	test('messages of a phone are found by any spelling', async () => {
		await stage.v9.text('a', '0612345678', '687751234');
		for (const [given, digits] of [
			['%2B33612345678', '33612345678'],
			['+33612345678', '33612345678'],
			['0612345678', '33612345678'],
			['687751234', '687751234'],
		]) {
			const { json } = await ask(`${stage.origin}/_sandbox/messages?phoneNumber=${given}`);
			expect(json).toEqual([expect.objectContaining({ phoneNumber: digits })]);
		}
	});
});

describe('the reading of numbers', () => {
	const countries = getCountries().flatMap((country) => {
		const example = getExampleNumber(country, examples);
		return example ? [[country, example.number.slice(1)] as const] : [];
	});

	test('there are enough countries', () => expect(countries.length).toBeGreaterThan(200));

	test.each(countries)('a mobile number of %s is itself in every spelling', (_country, digits) => {
		for (const spelling of [
			digits,
			`+${digits}`,
			`00${digits}`,
			` +${digits.slice(0, 4)} ${digits.slice(4)} `,
		]) {
			expect(readMobileNumber(spelling)).toBe(digits);
		}
	});

	test('what was read is read again as the same', () => {
		const given = fc.oneof(
			fc.stringMatching(/^(?:\+|00|0)?[1-9]\d{5,14}$/),
			fc.stringMatching(/^0[1-9]\d{8}$/),
			fc.stringMatching(/^330?[1-9]\d{8}$/),
		);
		fc.assert(
			fc.property(given, (text) => {
				const digits = readPhoneNumber(text);
				fc.pre(digits !== null);
				expect(readPhoneNumber(digits ?? '')).toBe(digits);
			}),
			{ numRuns: 2_000 },
		);
	});

	test.each([
		['0123456789', true],
		['0987654321', true],
		['+33 1 23 45 67 89', true],
		['33123456789', true],
		['0262123456', true],
		['0612345678', false],
		['0812345678', false],
		['442071234567', false],
		['', false],
	])('%s is a French landline: %s', (given, expected) => {
		expect(isFrenchLandline(given)).toBe(expected);
	});
});
