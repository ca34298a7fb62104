import fc from 'fast-check';
import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

/** Names a value that JSON cannot hold: `{ '(special)': 'map' }`. */
const SPECIAL = '(special)';
/** An own field of this name is a getter that fails. */
const FAILING = '(failing)';

/** What a line's nodes make dates with. */
type DateTimes = typeof DateTime;

const object = (code: string) => JSON.parse(code) as unknown;

/** What nodes leave in items before n8n writes them down, and what data from outside may hold. */
const specials: Readonly<Record<string, (dateTimes: DateTimes) => unknown>> = {
	undefined: () => undefined,
	nan: () => Number.NaN,
	infinity: () => Number.POSITIVE_INFINITY,
	'minus zero': () => -0,
	date: () => new Date(1_780_000_000_000),
	'no date': () => new Date(Number.NaN),
	moment: (dateTimes) => dateTimes.fromISO('2026-05-01T10:00:00.000Z', { zone: 'Asia/Tokyo' }),
	map: () => new Map([['a', 1]]),
	set: () => new Set(['a']),
	bytes: () => Buffer.from('bytes'),
	bigint: () => 12n,
	symbol: () => Symbol('symbol'),
	function: () => () => 'called',
	expression: () => /a/g,
	sparse: () => Object.assign([], { length: 3, 1: 'one' }),
	error: () => new Error('kept'),
	class: () => new URL('https://example.com/'),
	proto: () => object('{ "__proto__": { "a": 1 }, "b": 2 }'),
};

const text = fc.oneof(
	{ weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
	{ weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
	{
		weight: 4,
		arbitrary: fc.constantFrom(
			'Anna',
			'a,b;c',
			'a/b',
			'',
			' ',
			'0',
			'12.5',
			'true',
			'anna@example.com',
			'2026-05-01',
			'2026-05-01T10:00:00.000Z',
			'{{ $json.a }}',
			'}} {{',
			'={{ 1 }}',
			'{"a": [1, null]}',
			'$& $1 `${1}`',
			'\'"\\',
			'é à € 😀',
			'\ud83d',
			'\u2028\u00a0\u200b',
			'__proto__',
			'%E0%A4%A',
		),
	},
	{
		weight: 1,
		arbitrary: fc.integer({ min: 1, max: 40_000 }).map((length) => 'long '.repeat(length)),
	},
);

const OWN_KEYS = ['a', 'b', 'name', 'er', 'v', 'x y', 'größe'];

const date = fc.constantFrom<unknown>(
	'2026-05-01',
	'2026-12-31T23:30:00.000Z',
	'2026-03-29T02:30',
	1_780_000_000_000,
);

const plainLeaf = fc.oneof<Array<fc.WeightedArbitrary<unknown>>>(
	{ weight: 8, arbitrary: text },
	{
		weight: 3,
		arbitrary: fc.oneof(fc.integer(), fc.double({ noNaN: true }), fc.constantFrom(0, 1)),
	},
	{ weight: 2, arbitrary: fc.constantFrom(true, false, null) },
	{ weight: 1, arbitrary: date },
);

const wildLeaf = fc.oneof<Array<fc.WeightedArbitrary<unknown>>>(
	{ weight: 4, arbitrary: plainLeaf },
	{
		weight: 2,
		arbitrary: fc.constantFrom(...Object.keys(specials)).map((each) => ({ [SPECIAL]: each })),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			{ __isError: true, name: 'ExpressionError', message: 'made up' },
			{ __isArray: true, __length: 2 },
			{ __isObject: true, __keys: ['a'] },
			{ __n8nType: 'DateTime', __isoString: '2026-05-01' },
		),
	},
);

/** Fields of items whose values are made of the leaves. */
function fieldsOf(leaf: fc.Arbitrary<unknown>, keys: readonly string[]): fc.Arbitrary<IDataObject> {
	const { value } = fc.letrec<{ value: unknown }>((tie) => ({
		value: fc.oneof(
			{ maxDepth: 3, depthSize: 'small' },
			{ weight: 12, arbitrary: leaf },
			{ weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
			{
				weight: 2,
				arbitrary: fc.dictionary(fc.constantFrom(...OWN_KEYS, ...keys), tie('value'), {
					maxKeys: 3,
				}),
			},
		),
	}));
	const fields = fc.record(
		{
			a: value,
			b: value,
			'x y': value,
			größe: value,
			$dollar: value,
			deep: fc.oneof(value, fc.record({ er: fc.record({ v: value }) })),
			list: fc.oneof(value, fc.array(value, { maxLength: 4 })),
			rows: fc.oneof(value, fc.array(fc.record({ name: value }), { maxLength: 3 })),
			date: fc.oneof(value, date),
			n: fc.oneof(value, fc.double(), fc.integer({ min: -9, max: 99_999 })),
			length: value,
			...Object.fromEntries(keys.map((each) => [each, value])),
		},
		{ requiredKeys: [] },
	);
	return fields as fc.Arbitrary<IDataObject>;
}

/** The fields of an item in words that can be printed, as data from outside has them. */
export const plainItem = fieldsOf(plainLeaf, ['length', '$dollar']);

/** The same with what such data never has. {@link itemOf} makes an item of it. */
export const wildItem = fieldsOf(wildLeaf, ['toString', 'valueOf', '__isError', FAILING]);

function made(plan: unknown, dateTimes: DateTimes): unknown {
	if (Array.isArray(plan)) return plan.map((each) => made(each, dateTimes));
	if (typeof plan !== 'object' || plan === null) return plan;
	const entries = Object.entries(plan) as Array<[string, unknown]>;
	const name = entries.length === 1 && entries[0]?.[0] === SPECIAL ? entries[0][1] : undefined;
	if (name !== undefined) return specials[String(name)]?.(dateTimes);
	const result: Record<string, unknown> = {};
	for (const [each, inner] of entries) {
		const isFailing = each === FAILING;
		Object.defineProperty(result, isFailing ? 'v' : each, {
			...(isFailing
				? {
						get: () => {
							throw new TypeError('The getter fails');
						},
					}
				: { value: made(inner, dateTimes), writable: true }),
			enumerable: true,
			configurable: true,
		});
	}
	return result;
}

/** An item as a node gives it, made anew each time. */
export const itemOf = (plan: IDataObject, dateTimes: DateTimes): IDataObject =>
	made(plan, dateTimes) as IDataObject;
