import { expect, test } from '@jest/globals';

import { readChoice } from '../../../nodes/shared/text/read-text.ts';

const choiceOf = (raw: unknown) => readChoice(raw, 'Quiet Hours', ['postpone', 'reject']);

test.each([
	['reject', 'reject'],
	[' Reject ', 'reject'],
	['postpone', 'postpone'],
	['', 'postpone'],
	[null, 'postpone'],
	[undefined, 'postpone'],
])('%p is %p', (raw, choice) => {
	expect(choiceOf(raw)).toEqual({ ok: true, value: choice });
});

test.each([
	['later', '"later"'],
	['post', '"post"'],
	[false, 'false'],
	[['reject'], 'a list'],
	[{}, 'an object'],
])('%p is refused, with what can be chosen', (raw, told) => {
	expect(choiceOf(raw)).toEqual({
		ok: false,
		problem: { what: `'Quiet Hours' is ${told}`, remedy: 'Use one of: postpone, reject.' },
	});
});
