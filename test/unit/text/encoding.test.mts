import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isGsm, measureText } from '../../../nodes/shared/text/sms-alphabet.ts';

describe('measureText', () => {
	test.each([
		['nothing', '', 'GSM-7', 0],
		['one letter', 'a', 'GSM-7', 1],
		['160 letters', 'a'.repeat(160), 'GSM-7', 1],
		['161 letters', 'a'.repeat(161), 'GSM-7', 2],
		['306 letters', 'a'.repeat(306), 'GSM-7', 2],
		['307 letters', 'a'.repeat(307), 'GSM-7', 3],
		['160 "é"', 'é'.repeat(160), 'GSM-7', 1],
		['80 "€"', '€'.repeat(80), 'GSM-7', 1],
		['81 "€"', '€'.repeat(81), 'GSM-7', 2],
		['159 letters and "€"', `${'a'.repeat(159)}€`, 'GSM-7', 2],
		['70 "ê"', 'ê'.repeat(70), 'UCS-2', 1],
		['71 "ê"', 'ê'.repeat(71), 'UCS-2', 2],
		['134 "ê"', 'ê'.repeat(134), 'UCS-2', 2],
		['135 "ê"', 'ê'.repeat(135), 'UCS-2', 3],
		['35 emoji', '😀'.repeat(35), 'UCS-2', 1],
		['36 emoji', '😀'.repeat(36), 'UCS-2', 2],
		['70 letters and "ç"', `${'a'.repeat(70)}ç`, 'UCS-2', 2],
	])('%s', (_, text, encoding, segments) => {
		expect(measureText(text)).toMatchObject({ encoding, segments });
	});

	test('an escape and its second septet stay in one part', () => {
		// 152 + € does not fit 153: the first part stays one septet short.
		const text = `${'a'.repeat(152)}€${'a'.repeat(151)}`;
		expect(measureText(text)).toEqual({ encoding: 'GSM-7', units: 305, segments: 2 });
		expect(measureText(`${text}a`)).toEqual({ encoding: 'GSM-7', units: 306, segments: 3 });
	});

	test('the halves of an astral character stay in one part', () => {
		const text = `${'ê'.repeat(66)}😀${'ê'.repeat(65)}`;
		expect(measureText(text)).toEqual({ encoding: 'UCS-2', units: 133, segments: 2 });
		expect(measureText(`${text}ê`)).toEqual({ encoding: 'UCS-2', units: 134, segments: 3 });
	});

	test('both alphabets are those of GSM 03.38, character by character', () => {
		const basic = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ ¤¡ÄÖÑÜ§¿äöñüà';
		for (const character of basic) expect(measureText(character).units).toBe(1);
		for (let code = 0x20; code < 0x7f; code++) {
			const character = String.fromCharCode(code);
			const { encoding, units } = measureText(character);
			if (character === '`') expect(encoding).toBe('UCS-2');
			else expect([encoding, units]).toEqual(['GSM-7', '^{}\\[~]|'.includes(character) ? 2 : 1]);
		}
		expect(measureText('\f€')).toEqual({ encoding: 'GSM-7', units: 4, segments: 1 });
		for (const character of 'çêâîôûœÀÊ’“”…–\t\u00a0') {
			expect(measureText(character).encoding).toBe('UCS-2');
		}
	});

	test('parts are full but for what may not be split', () => {
		const texts = fc.string({ unit: fc.constantFrom('a', '€', 'é', 'ê', '😀'), maxLength: 600 });
		fc.assert(
			fc.property(texts, (text) => {
				const { encoding, units, segments } = measureText(text);
				const [single, part] = encoding === 'GSM-7' ? [160, 153] : [70, 67];
				if (units <= single) expect(segments).toBe(units === 0 ? 0 : 1);
				else {
					expect(segments * part).toBeGreaterThanOrEqual(units);
					expect((segments - 1) * (part - 1)).toBeLessThan(units);
				}
			}),
		);
	});
});

test.each([
	['Hello {€}', true],
	['ça va', false],
	['Hi 😀!', false],
	['', true],
])('%j is in the SMS alphabet: %j', (text, expected) => {
	expect(isGsm(text)).toBe(expected);
});
