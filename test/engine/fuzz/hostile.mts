import type { Chance } from './chance.mts';

const REPEAT = 5_000;

/** Text that programs stumble over. */
const TEXTS: readonly [string, ...string[]] = [
	'',
	' ',
	'\u0000',
	'\uFEFF',
	'\uD800',
	'\u202E',
	'__proto__',
	'constructor',
	'toString',
	'null',
	'NaN',
	'-0',
	'1e309',
	'0x10',
	'100',
	' 100 ',
	'100.0',
	'OK',
	'true',
	'#param_1#',
	'$&',
	'../../etc/passwd',
	'{{ $env }}',
	'=1+1',
	'%00%ff%zz',
	'&#x0;&#xD800;&amp;amp;&unknown;',
	'<script>alert(1)</script>',
	']]>',
	'<![CDATA[',
	'é€😀',
	'9'.repeat(400),
	'a'.repeat(REPEAT),
	'('.repeat(200),
	'+33 6 12 34 56 78',
	'33612000001',
	'2026-13-45 99:99:99',
	'STOP',
];

/** A value that nobody expects where it stands. */
export function hostileValue(chance: Chance, depth = 0): unknown {
	switch (chance.below(depth > 3 ? 7 : 11)) {
		case 0:
			return null;
		case 1:
			return chance.pick([true, false]);
		case 2:
			return chance.pick([0, 1, -1, 100, 101, 102, 113, 1.5, 1e308, -1e308, 2 ** 53, 5e-324]);
		case 3:
		case 4:
		case 5:
			return chance.pick(TEXTS);
		case 6:
			return {};
		case 7:
			return Array.from({ length: chance.below(4) }, () => hostileValue(chance, depth + 1));
		case 8:
			return { [chance.pick(TEXTS)]: hostileValue(chance, depth + 1) };
		case 9:
			return {
				length: 1e9,
				toString: 'x',
				toJSON: 1,
				then: 2,
				value: hostileValue(chance, depth + 1),
			};
		default:
			return [[[[hostileValue(chance, depth + 1)]]]];
	}
}

/** JSON that changes what objects inherit, where it is copied carelessly. */
export const POLLUTION: readonly [string, ...string[]] = [
	'"__proto__":{"polluted":"yes"}',
	'"\\u005f_proto__":{"polluted":"yes"}',
	'"constructor":{"prototype":{"polluted":"yes"}}',
	'"__proto__":null',
	'"hasOwnProperty":1',
	'"__proto__":[{"polluted":"yes"}]',
];

/** Whether something that was read has changed what all objects have. */
export const isPolluted = (): boolean =>
	'polluted' in {} || 'polluted' in [] || Object.keys(Object.prototype).length > 0;

/** Ways to spoil bytes on their way. */
export function spoiled(bytes: Buffer, chance: Chance): Buffer {
	const at = chance.below(bytes.length + 1);
	switch (chance.below(6)) {
		case 0:
			return bytes.subarray(0, at);
		case 1:
			return Buffer.concat([
				bytes.subarray(0, at),
				Buffer.from([chance.below(256)]),
				bytes.subarray(at),
			]);
		case 2:
			// Cut characters, overlong forms, surrogates and bytes that UTF-8 never has.
			return Buffer.concat([
				bytes.subarray(0, at),
				chance.pick([
					Buffer.from([0xc3]),
					Buffer.from([0xc0, 0xaf]),
					Buffer.from([0xed, 0xa0, 0x80]),
					Buffer.from([0xff, 0xfe]),
					Buffer.from([0xf4, 0x90, 0x80, 0x80]),
					Buffer.from('éà', 'latin1'),
				]),
				bytes.subarray(at),
			]);
		case 3: {
			const copy = Buffer.from(bytes);
			if (copy.length > 0) copy[at % copy.length] = chance.below(256);
			return copy;
		}
		case 4:
			return Buffer.concat([bytes, bytes]);
		default: {
			const from = chance.below(bytes.length + 1);
			return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from)]);
		}
	}
}
