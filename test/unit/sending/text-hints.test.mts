import { describe, expect, test } from '@jest/globals';

import { textHints } from '../../../nodes/shared/sending/text-hints.ts';
import { lineFor, plannedSms } from './planned-sms.mts';

const hints = (...texts: string[]) =>
	textHints(texts.map((text, index) => lineFor(plannedSms(`3360000000${index}`, { text }), index)));

describe('textHints', () => {
	test('a plain short SMS needs none', () => {
		expect(hints('Bonjour, à demain !')).toEqual([]);
	});

	test('names the character that halves the room', () => {
		expect(hints('Hello', 'Hello 🎉')).toEqual([expect.stringMatching(/1 recipient.*"🎉".*70/)]);
	});

	test('tells more than one segment, and the most', () => {
		expect(hints('a'.repeat(161), 'a'.repeat(400))).toEqual([
			expect.stringMatching(/2 recipients.*up to 3 segments/),
		]);
	});

	test('warns above 640 characters and leaves the decision to AllMySMS', () => {
		expect(hints('a'.repeat(641))).toContainEqual(expect.stringMatching(/640/));
	});
});
