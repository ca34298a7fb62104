import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { TokenMemory } from '../../../nodes/AllMySmsTrigger/check-origin.ts';
import { carriesToken } from '../../../nodes/shared/pushes/push-origin.ts';

test('without a token everybody may call', () => {
	expect(carriesToken('', '')).toBe(true);
	expect(carriesToken('token=x', ' ')).toBe(true);
});

test('white space around a token that was pasted into the credential is no part of it', () => {
	expect(carriesToken('token=secret', ' secret\n')).toBe(true);
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

	test('its plus sign, where the rest is encoded', () => {
		expect(carriesToken('token=a+b%20c', 'a+b c')).toBe(true);
	});
});

describe('the token of a trigger', () => {
	/** Credentials as they are now, and a clock that the test sets. */
	function scene() {
		let now = Date.parse('2026-05-01T10:00:00Z');
		const memory = new TokenMemory(() => now);
		const stored: Record<string, string | Error> = { trigger: 'first' };
		const reads: string[] = [];
		return {
			stored,
			reads,
			pass: (ms: number) => {
				now += ms;
			},
			call: async (token: string, trigger = 'trigger') => {
				const readToken = async () => {
					reads.push(trigger);
					const value = stored[trigger] ?? '';
					if (value instanceof Error) throw value;
					return await Promise.resolve(value);
				};
				return await memory.accepted(trigger, readToken, `token=${token}`);
			},
		};
	}

	test('is read once for the calls of ten seconds', async () => {
		const { call, pass, reads } = scene();
		for (let second = 0; second < 10; second++) {
			expect(await call('first')).toBe('first');
			pass(1_000);
		}
		expect(reads).toHaveLength(1);
		expect(await call('first')).toBe('first');
		expect(reads).toHaveLength(2);
	});

	test('that is replaced ends after ten seconds, however many calls come with it', async () => {
		const { call, pass, stored } = scene();
		expect(await call('first')).toBe('first');
		stored.trigger = 'second';
		pass(9_999);
		expect(await call('first')).toBe('first');
		pass(1);
		expect(await call('first')).toBeNull();
		expect(await call('second')).toBe('second');
	});

	test('that is new is accepted after a second', async () => {
		const { call, pass, stored } = scene();
		expect(await call('first')).toBe('first');
		stored.trigger = 'second';
		pass(999);
		expect(await call('second')).toBeNull();
		pass(1);
		expect(await call('second')).toBe('second');
	});

	test('is read at most once a second for callers who do not have it', async () => {
		const { call, pass, reads } = scene();
		for (let tenth = 0; tenth < 30; tenth++) {
			expect(await call('wrong')).toBeNull();
			pass(100);
		}
		expect(reads).toHaveLength(3);
	});

	test('that could not be read is read by the next call', async () => {
		const { call, stored } = scene();
		stored.trigger = new Error('The credential cannot be read');
		await expect(call('first')).rejects.toThrow('cannot be read');
		stored.trigger = 'first';
		expect(await call('first')).toBe('first');
	});

	test('is no other trigger’s', async () => {
		const { call, stored } = scene();
		stored.other = 'second';
		expect(await call('first')).toBe('first');
		expect(await call('first', 'other')).toBeNull();
		expect(await call('second', 'other')).toBe('second');
	});

	test('is remembered of the thousand triggers that were read last', async () => {
		const { call, pass, reads, stored } = scene();
		const names = Array.from({ length: 1_000 }, (_, position) => `trigger ${position}`);
		for (const name of [...names, 'one more']) stored[name] = 'first';
		for (const name of names) await call('first', name);
		pass(1_000);
		await call('wrong', 'trigger 0');
		await call('first', 'one more');
		expect(reads.slice(1_000)).toEqual(['trigger 0', 'one more']);
		for (const name of ['trigger 0', 'trigger 2', 'one more', 'trigger 1']) {
			await call('first', name);
		}
		expect(reads.slice(1_002)).toEqual(['trigger 1']);
	});
});
