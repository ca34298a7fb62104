import { describe, expect, test } from '@jest/globals';
import { encodeXML } from 'entities';
import fc from 'fast-check';

import { readAnswer } from '../../../nodes/shared/vocabulary/answers.ts';

const read = (body: string) => {
	return readAnswer(body) ?? 'unreadable';
};

describe('JSON', () => {
	test.each([
		['{"status":100}', { status: 100 }],
		['[{"a":1}]', [{ a: 1 }]],
		['\ufeff \r\n{"a":1}\n', { a: 1 }],
		// The provider's WinDev sample decodes HTML before it parses.
		['{&quot;status&quot;:100,&quot;text&quot;:&quot;&eacute;&quot;}', { status: 100, text: 'é' }],
		['{"statusText":"Cr&eacute;dit"}', { statusText: 'Cr&eacute;dit' }],
	])('%j is read', (body, data) => {
		expect(read(body)).toEqual(data);
	});
});

describe('XML has the shape of JSON', () => {
	test.each([
		['<r><status>100</status><smsIds/></r>', { status: '100', smsIds: '' }],
		['<?xml version="1.0" encoding="UTF-8"?>\n<r>\n\t<a>1</a>\n</r>\n', { a: '1' }],
		['<r><!-- no --><a> x </a></r>', { a: ' x ' }],
		['<r><a>1</a><b>2</b><a>3</a><a>4</a></r>', { a: ['1', '3', '4'], b: '2' }],
		[
			'<r><acks><ack><n>1</n></ack><ack><n>2</n></ack></acks></r>',
			{ acks: { ack: [{ n: '1' }, { n: '2' }] } },
		],
		['<r><t>&lt;a&gt; &amp;amp; &#233;&#x1F600;</t></r>', { t: '<a> &amp; é😀' }],
		['<r><t>a<![CDATA[ &amp; <b> ]]>c</t></r>', { t: 'a &amp; <b> c' }],
		['<r><t><![CDATA[a]]]]><![CDATA[>b]]></t></r>', { t: 'a]]>b' }],
		['<r><sms phone="1" id="2&amp;3"/></r>', { sms: { phone: '1', id: '2&3' } }],
		['<r><t lang="fr">é</t></r>', { t: 'é' }],
		['<status>102</status>', { status: '102' }],
		['<r/>', {}],
		['<r><toString>1</toString></r>', { toString: '1' }],
	])('%s', (body, data) => {
		expect(read(body)).toEqual(data);
	});
});

describe('no answer', () => {
	test.each([
		'',
		'   ',
		'null',
		'12',
		'"text"',
		'OK',
		'{"status":',
		'{"status":100} and more',
		'<html><body>Bad gateway</body></html>',
		'<!DOCTYPE html><html><head></head><body></body></html>',
		'<!-- proxy -->\n<HTML><p>x</p></HTML>',
		'<r><a>1</a>',
		'<r><a>1</b></r>',
		'<r>1</r><r>2</r>',
		'<r>1</r> tail',
		'<',
		'<?xml version="1.0"?>',
		'<r>&',
	])('%j', (body) => {
		expect(read(body)).toBe('unreadable');
	});
});

describe('what an attacker may send', () => {
	test('keys that change what objects inherit are dropped or refused', () => {
		const bodies = [
			'{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":1}},"b":2}',
			'{"\\u005f_proto__":{"polluted":1},"a":{},"b":2}',
		];
		for (const body of bodies) {
			const data = read(body);
			expect(JSON.stringify(data)).toBe('{"a":{},"b":2}');
			expect(Object.assign({}, data)).not.toHaveProperty('polluted');
		}
		expect(read('<r><__proto__><polluted>1</polluted></__proto__></r>')).toBe('unreadable');
		expect({}).not.toHaveProperty('polluted');
	});

	test('entities are never expanded', () => {
		const bomb = `<!DOCTYPE r [<!ENTITY a "${'ha'.repeat(50)}">${Array.from(
			{ length: 20 },
			(_, index) => `<!ENTITY b${index} "${'&a;'.repeat(100)}">`,
		).join('')}]><r><t>&b19;&b19;</t></r>`;
		expect(JSON.stringify(read(bomb)).length).toBeLessThan(100);
		const file = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r><t>&x;</t></r>';
		expect(JSON.stringify(read(file))).not.toContain('root:');
	});

	test.each([
		['lists', '['.repeat(200_000) + ']'.repeat(200_000)],
		['objects', '{"a":'.repeat(200_000) + '1' + '}'.repeat(200_000)],
		['elements', '<a>'.repeat(200_000) + '</a>'.repeat(200_000)],
	])('%s inside each other are refused', (_, body) => {
		expect(read(body)).toBe('unreadable');
	});

	test.each([
		['elements', `<r>${'<a>1</a>'.repeat(100_000)}</r>`],
		['names', `<r>${Array.from({ length: 50_000 }, (_, i) => `<a${i}>1</a${i}>`).join('')}</r>`],
		['attributes', `<r ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`],
		['ampersands', `<r>${'&'.repeat(1_000_000)}</r>`],
		['half entities', `<r>${'&#x'.repeat(300_000)}</r>`],
		['text', `<r>${'a'.repeat(4_000_000)}</r>`],
		['spaces', `<r>${' '.repeat(2_000_000)}<`],
		['open CDATA', `<r>${'<![CDATA['.repeat(100_000)}`],
		['open comments', '<!--'.repeat(100_000)],
		['comments before a page', `${'<!---->'.repeat(250)}<x`],
		['less-than', '<'.repeat(1_000_000)],
		['entity declarations', `<!DOCTYPE r [${'<!ENTITY x "y">'.repeat(50_000)}]><r/>`],
		['spaces before nothing', ' '.repeat(2_000_000)],
		['encoded quotes', '{&quot;'.repeat(300_000)],
		[
			'rows',
			`{"acks":[${Array.from({ length: 100_000 }, () => '{"phoneNumber":"33612345678"}').join()}]}`,
		],
	])('many %s come to an end', (_, body) => {
		// Time that grows with the square of these would not end within a test run.
		expect(() => readAnswer(body)).not.toThrow();
	});
});

const bodies = fc.oneof(
	fc.string(),
	fc.string({ unit: 'binary' }),
	fc.json(),
	fc
		.array(
			fc.constantFrom(
				...[
					'<',
					'>',
					'/',
					'<a>',
					'</a>',
					'<a/>',
					'<![CDATA[',
					']]>',
					'<!--',
					'-->',
					'&lt;',
					'&#0;',
				],
				...[
					'<!DOCTYPE',
					'[',
					']',
					'<?xml',
					'?>',
					'x',
					' ',
					'"',
					'=',
					'<b c="',
					'__proto__',
					':',
					'#',
				],
			),
			{ maxLength: 30 },
		)
		.map((all) => `<${all.join('')}`),
	fc.json().chain((json) => fc.nat({ max: json.length }).map((end) => json.slice(0, end))),
);

test('never throws; what it gives is an object or a list that JSON can write', () => {
	fc.assert(
		fc.property(bodies, (body) => {
			const answer = readAnswer(body);
			if (answer === null) return;
			expect(typeof answer).toBe('object');
			expect(() => JSON.stringify(answer)).not.toThrow();
			expect(Object.hasOwn(answer, '__proto__')).toBe(false);
		}),
		{ numRuns: 5_000 },
	);
});

test('any tree of texts is read from XML as from JSON', () => {
	const name = fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,6}$/);
	const leaf = fc.string({ maxLength: 12 }).filter((text) => !/[^\t\n\x20-\ud7ff]/.test(text));
	const { tree } = fc.letrec((tie) => ({
		tree: fc.dictionary(name, fc.oneof(leaf, tie('tree'), fc.array(leaf, { minLength: 2 })), {
			minKeys: 1,
			maxKeys: 4,
			noNullPrototype: true,
		}),
	}));
	const write = (value: unknown): string =>
		typeof value === 'string'
			? encodeXML(value)
			: Object.entries(value as object)
					.flatMap(([key, member]: [string, unknown]) =>
						(Array.isArray(member) ? member : [member]).map(
							(each) => `<${key}>${write(each)}</${key}>`,
						),
					)
					.join('');
	fc.assert(
		fc.property(tree, (data) => {
			fc.pre(!JSON.stringify(data).includes('"constructor":'));
			expect(read(`<root>${write(data)}</root>`)).toEqual(data);
		}),
	);
});
