import fc from 'fast-check';

import { AROUND_ONE, AROUND_TWO, CONSTANTS, PATHS } from './codes.mts';

const filled = (pattern: string, a: string, b = ''): string =>
	pattern.replace(/[AB]/g, (name) => (name === 'A' ? a : b));

const code: fc.Arbitrary<string> = fc.letrec<{ code: string }>((tie) => ({
	code: fc.oneof(
		{ maxDepth: 3, depthSize: 'small' },
		{ weight: 6, arbitrary: fc.constantFrom(...PATHS) },
		{ weight: 1, arbitrary: fc.constantFrom(...CONSTANTS) },
		{
			weight: 6,
			arbitrary: fc
				.tuple(fc.constantFrom(...AROUND_ONE), tie('code'))
				.map(([pattern, a]) => filled(pattern, a)),
		},
		{
			weight: 2,
			arbitrary: fc
				.tuple(fc.constantFrom(...AROUND_TWO), tie('code'), tie('code'))
				.map(([pattern, a, b]) => filled(pattern, a, b)),
		},
	),
})).code;

const text = fc.oneof(
	fc.constantFrom(
		'Hello ',
		', ',
		'.',
		'\n',
		'{',
		'}',
		'\\',
		"'",
		'"',
		'`',
		'${',
		'#param_1#',
		' = ',
	),
	fc.string({ unit: 'grapheme', maxLength: 6 }),
	fc.constantFrom('é😀', '\\{{', '}} ', '\u2028', '// ', '{ {'),
);

const codeChunk = fc.oneof(
	{ weight: 8, arbitrary: code.map((each) => `{{ ${each} }}`) },
	{ weight: 2, arbitrary: code.map((each) => `{{${each}}}`) },
	{ weight: 1, arbitrary: fc.constantFrom('{{ }}', '{{ $json.a', '{{}}') },
);

const template = fc.oneof(
	{ weight: 4, arbitrary: codeChunk },
	{
		weight: 6,
		arbitrary: fc
			.array(fc.oneof(codeChunk, text), { minLength: 1, maxLength: 6 })
			.map((chunks) => chunks.join('')),
	},
);

const stored = template.map((each) => `=${each}`);

/** A parameter as a workflow stores it, with expressions or without. */
export const parameter: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 8, arbitrary: stored },
	{
		weight: 1,
		arbitrary: fc.constantFrom('constant', '', 'no {{ $json.a }} expression', 12, true),
	},
	{
		weight: 1,
		arbitrary: fc.record({ first: stored, second: fc.array(stored, { maxLength: 2 }) }),
	},
);
