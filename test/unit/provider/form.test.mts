import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { formText } from '../../../nodes/shared/provider/provider-call.ts';

test('a form reads as URLSearchParams writes it', () => {
	const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
	const half = fc.constantFrom('a\ud83d', '\udc00b', "it's (so) ~ * ! - . _", 'a b\r\nc+d&e=f%20');
	fc.assert(
		fc.property(fc.dictionary(text, fc.oneof(text, half)), (fields) => {
			expect(formText(fields)).toBe(new URLSearchParams(Object.entries(fields)).toString());
		}),
		{ seed: 1, numRuns: 1_000 },
	);
});
