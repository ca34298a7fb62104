import { describe, expect, test } from '@jest/globals';

import { isWanted, readKeyword } from '../../../nodes/shared/pushes/event-filter.ts';
import { readEvent } from '../../../nodes/shared/pushes/sms-event.ts';
import { RECEIPT, REPLY } from './push.mts';

const matches = (keyword: string, message: string): boolean => {
	const reading = readKeyword(keyword);
	if (!reading.ok || !reading.value) throw new Error('The keyword cannot be read');
	return reading.value(message);
};

test.each([
	['oui', 'OUI merci', true],
	['oui', 'Bien sûr, oui.', true],
	['oui', 'Non', false],
	['réservé', 'RESERVE pour 2', true],
	['reserve', 'Réservé', true],
	["d'accord", 'D’accord !', true],
	['à demain', 'À\n demain', true],
	['/^(oui|ok)\\b/i', 'Ok pour moi', true],
	['/^(oui|ok)\\b/i', 'pas ok', false],
	['/OUI/', 'oui', false],
	['/a.c/s', 'a\nc', true],
	['/^b$/m', 'a\nb\nc', true],
	['/\\d{4,}/g', 'code 12345', true],
	['/é+/u', 'ééé', true],
	['a/b', 'c a/b d', true],
	['//', 'see // here', true],
	['.*', 'anything', false],
	['a/oui/', 'oui', false],
	['/oui/ or not', 'oui', false],
])('the keyword %j in %j: %j', (keyword, message, expected) => {
	expect(matches(keyword, message)).toBe(expected);
});

test('an empty keyword is none', () => {
	expect(readKeyword('  ')).toEqual({ ok: true, value: null });
});

describe('a regular expression that cannot be used is told', () => {
	test.each([
		['an open bracket', '/(/'],
		['an unknown flag', '/a/x'],
		['a look ahead', '/(?=a)b/'],
		['a reference back', '/(a)\\1/'],
		['too many repetitions', '/a{2000}/'],
		['501 characters', `/${'a'.repeat(501)}/`],
	])('%s', (_, keyword) => {
		const reading = readKeyword(keyword);
		expect(reading).toMatchObject({ ok: false });
		if (!reading.ok) expect(reading.problem.what).toMatch(/^'Keyword' (is|has) /);
	});
});

describe('a pattern that makes other engines hang comes to an end', () => {
	test.each(['/^(a+)+$/', '/^(a|aa)+$/', '/(.*a){20}$/', '/^(([a-z])+.)+[A-Z]([a-z])+$/'])(
		'%s',
		(keyword) => {
			expect(matches(keyword, `${'a'.repeat(9_999)}!`)).toBe(false);
		},
	);
});

test('a reply without the keyword starts nothing, a STOP always does', () => {
	const keyword = readKeyword('oui');
	const filter = {
		events: new Set(['reply', 'stop', 'deliveryReport'] as const),
		statuses: new Set(['delivered'] as const),
		campaignIds: null,
		hasKeyword: keyword.ok ? keyword.value : null,
	};
	const wanted = (raw: object) => isWanted(readEvent({ ...raw }), filter);
	expect(wanted({ ...REPLY, message: 'Oui, à demain' })).toBe(true);
	expect(wanted({ ...REPLY, message: 'Non' })).toBe(false);
	expect(wanted({ ...REPLY, message: '' })).toBe(false);
	expect(wanted({ ...REPLY, message: 'STOP' })).toBe(true);
	expect(wanted(RECEIPT)).toBe(true);
	expect(wanted({ ...RECEIPT, status: 2 })).toBe(false);
	expect(wanted({ click: 1 })).toBe(false);
});
