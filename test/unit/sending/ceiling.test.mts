import { expect, test } from '@jest/globals';

import { overCeiling } from '../../../nodes/shared/sending/rules.ts';

const texts = [
	{ to: '+33612000001', text: 'Short', segments: 1 },
	{ to: '+33612000002', text: `${'long '.repeat(60)}end`, segments: 2 },
	{ to: '+33612000003', text: `${'long '.repeat(60)}end`, segments: 2 },
];

test.each([
	[0, 0],
	[5, 0],
	[9, 4],
])('%d SMS are enough after %d', (limit, before) => {
	expect(overCeiling(texts, limit, before)).toBeNull();
});

test('a run over the limit is told with count, limit and the largest texts, each once', () => {
	expect(overCeiling(texts, 4, 0)).toEqual({
		what: "'Maximum SMS' is 4, but this run would send 5 SMS to 3 recipients",
		remedy:
			'Send to fewer people, shorten the text, or raise \'Maximum SMS\'. The largest texts: 2 for "long long long long long long long long …" to +33612000002, 1 for "Short" to +33612000001.',
	});
});

test('three texts are named at most, of each its beginning in one line', () => {
	const text = (to: string, of: string, segments: number) => ({ to, text: of, segments });
	const forty = 'x'.repeat(40);
	const over = overCeiling(
		[
			text('+331', ' two\n\n lines ', 4),
			text('+332', forty, 3),
			text('+333', `${forty}y`, 2),
			text('+334', 'one too many', 1),
		],
		1,
		0,
	);
	expect(over?.remedy.split('The largest texts: ')[1]).toBe(
		`4 for "two lines" to +331, 3 for "${forty}" to +332, 2 for "${forty}…" to +333.`,
	);
});

test('what the execution has sent before counts too', () => {
	expect(overCeiling(texts, 1_000, 996)?.what).toBe(
		"'Maximum SMS' is 1,000, but this run would send 5 SMS to 3 recipients after 996 SMS sent already",
	);
});
