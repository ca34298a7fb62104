import { describe, expect, test } from '@jest/globals';

import {
	findMarkers,
	resemblesMarker,
	withRestMarkers,
} from '../../../nodes/shared/text/personalisation.ts';
import { toWellFormed } from '../../../nodes/shared/text/characters.ts';

describe('findMarkers', () => {
	test.each([
		['Hello #param_1#', [1]],
		['#param_2# and #param_1#, #param_2#', [2, 1, 2]],
		['#param1#', [1]],
		['#PARAM_3#', [3]],
		['##param_1##', [1]],
		['#param_0# #param_01# #param_# #param_x# param_1 # param_1#', []],
		['no marker', []],
	])('%p', (text, numbers) => {
		expect(findMarkers(text).map((marker) => marker.number)).toEqual(numbers);
	});

	test('tells where a marker stands', () => {
		expect(findMarkers('a#param_12#b')).toEqual([{ number: 12, start: 1, end: 11 }]);
	});
});

test('REST markers have no underscore', () => {
	expect(withRestMarkers('#param_1#, #param_10# #1#')).toBe('#param1#, #param10# #1#');
});

test.each([
	['param_1', true],
	['PARAM2', true],
	['param_x', false],
	['paramètre 1', false],
])('%p resembles a marker: %p', (text, expected) => {
	expect(resemblesMarker(text)).toBe(expected);
});

test('halves of astral characters are replaced, whole ones are not', () => {
	expect(toWellFormed('a\ud83d b\ude00 😀')).toBe('a\ufffd b\ufffd 😀');
});
