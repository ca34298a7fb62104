import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { carriesToken } from '../../../nodes/AllMySmsTrigger/push-origin.ts';

test('without a token everybody may call', () => {
	expect(carriesToken('', '')).toBe(true);
	expect(carriesToken('token=x', ' ')).toBe(true);
});

test('with a token nobody may call who does not have it', () => {
	for (const query of [
		'',
		'token',
		'token=',
		'token=secre',
		'token=secret2',
		'Token=secret',
		'x=secret',
	]) {
		expect(carriesToken(query, 'secret')).toBe(false);
	}
	expect(carriesToken('smsId=1&token=secret&status=1', 'secret')).toBe(true);
});

test('a token of any characters, encoded as browsers and programs do', () => {
	const token = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
	fc.assert(
		fc.property(token, (secret) => {
			expect(carriesToken(`token=${encodeURIComponent(secret)}`, secret)).toBe(true);
			expect(carriesToken(new URLSearchParams({ a: '1', token: secret }).toString(), secret)).toBe(
				true,
			);
			expect(carriesToken(`token=${encodeURIComponent(`${secret}x`)}`, secret)).toBe(false);
		}),
	);
});

describe('a token pasted into the address as it is', () => {
	test.each(['a+b', '50%', '%41', 'a=b=', 'a/b?c', '[x]', '~$!*()'])('%s', (secret) => {
		expect(carriesToken(`token=${secret}`, secret)).toBe(true);
	});
});
