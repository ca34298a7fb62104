import { describe, expect, test } from '@jest/globals';

import { readSender, senderDoubt } from '../../../nodes/shared/sending/sender.ts';
import { smsHints } from '../../../nodes/shared/sending/hints.ts';
import { badNumber, settings, smsTo } from './recipients.mts';

describe('readSender', () => {
	test.each([
		['MyShop', 'MyShop'],
		[' MyShop\n', 'MyShop'],
		['LE 40', 'LE 40'],
		['Café', 'Café'],
		['AB', 'AB'],
		['A&B', 'A&B'],
		['36180', '36180'],
		[123, '123'],
		['3Suisses', '3Suisses'],
		['', null],
		['  ', null],
		[null, null],
		[undefined, null],
	])('%j is sent as %j', (raw, sender) => {
		expect(readSender(raw)).toEqual({ ok: true, value: sender });
	});

	test.each([
		['My\nShop', 'has a line break'],
		['My\r\nShop', 'has a line break'],
		['My\u2028Shop', 'has a line break'],
		['My\tShop', 'has the control character U+0009 (CHARACTER TABULATION)'],
		['My\u0000Shop', 'has the control character U+0000'],
		['MyLongerShop', '"MyLongerShop" has 12 characters'],
		['0612345678', '"0612345678" is a phone number'],
		['+3361234567', '"+3361234567" is a phone number'],
		['33612345678', '"33612345678" is a phone number'],
		['01 23 45 67', '"01 23 45 67" is a phone number'],
	])('%j is refused: it %s', (raw, reason) => {
		expect(readSender(raw)).toMatchObject({
			ok: false,
			problem: {
				what: `'Sender (TPOA)'${reason.startsWith('"') ? ':' : ''} ${reason}`,
				remedy: expect.stringMatching(/^[A-Z].+\.$/),
			},
		});
	});
});

test.each([
	['MyShop', null],
	['Shop24', null],
	['ABC', null],
	['ABCDEFGHIJK', null],
	['AB', 'has fewer than 3 characters'],
	['A', 'has fewer than 3 characters'],
	['LE 40', 'has a blank'],
	['LE\u00A040', 'has a blank'],
	['Café', 'has the letter "é"'],
	['Магазин', 'has the letter "М" (U+041C, CYRILLIC CAPITAL LETTER EM)'],
	['A&B', 'has the sign "&"'],
	['My-Shop', 'has the sign "-"'],
	['Shop’s', 'has the sign "’" (U+2019, RIGHT SINGLE QUOTATION MARK)'],
	['Shop🎉', 'has the sign "🎉"'],
	['My\u200BShop', 'has U+200B (ZERO WIDTH SPACE), which nobody sees'],
	['36180', 'is digits alone'],
	['123', 'is digits alone'],
	['3Suisses', 'begins with a digit'],
])('the sender %j: %s', (sender, doubt) => {
	expect(senderDoubt(sender)).toBe(doubt);
});

describe('hints about senders', () => {
	const sms = (to: string, sender: string | null, text = 'Hello') =>
		smsTo(to, { text, settings: { ...settings, sender } });
	const hints = (...all: Array<ReturnType<typeof sms>>) => smsHints(all);

	test.each([
		['mainland', '+33612345678'],
		['Réunion', '+262692112233'],
		['Mayotte', '+262639112233'],
		['Guadeloupe', '+590690112233'],
		['Guiana', '+594694112233'],
		['Martinique', '+596696112233'],
	])('a name without the mention does not show in France: %s', (_, to) => {
		expect(hints(sms(to, 'MyShop'))).toEqual([
			`The sender "MyShop" will not show for 1 French recipient: their networks put a short number in place of a name whose text does not say how to unsubscribe. Switch on 'STOP Mention', or leave 'Sender (TPOA)' empty to receive replies on the short number.`,
		]);
	});

	test.each([
		['without a name', sms('+33612345678', null)],
		['with the mention', sms('+33612345678', 'MyShop', 'Hello STOP au 36180')],
		['with the mention written otherwise', sms('+33612345678', 'MyShop', 'Stop SMS au 36111')],
		['to Belgium', sms('+32470123456', 'MyShop')],
		['to New Caledonia', sms('+687751234', 'MyShop')],
		['to Saint-Pierre', sms('+508551234', 'MyShop')],
	])('none %s', (_, planned) => {
		expect(hints(planned)).toEqual([]);
	});

	test('none for what is not sent', () => {
		expect(smsHints([badNumber('06', 0, { settings: { ...settings, sender: 'A B' } })])).toEqual(
			[],
		);
	});

	test('one for the run, with counts, names of most recipients first', () => {
		const planned = [
			...['A1B', 'A1C', 'A1D', 'A1E', 'A1F'].map((sender) => sms('+33612345678', sender)),
			sms('+33612345679', 'A1F'),
			sms('+32470123456', 'A1F'),
		];
		expect(hints(...planned)).toEqual([
			expect.stringMatching(
				/^The senders "A1F", "A1B", "A1C" and 2 others will not show for 6 French recipients:/,
			),
		]);
	});

	test('a name that the rules do not cover is told wherever it goes', () => {
		expect(
			hints(sms('+32470123456', 'LE 40'), sms('+33612345678', 'AB', 'Hello STOP au 36180')),
		).toEqual([
			'The networks may replace the senders of the SMS for 2 recipients by a short number, or block the SMS: "LE 40" has a blank, "AB" has fewer than 3 characters. Use 3 to 11 letters and digits, a letter first, without blanks, accents and signs.',
		]);
	});
});
