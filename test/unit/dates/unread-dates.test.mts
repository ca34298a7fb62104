import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';

import { readSendAt } from '../../../nodes/shared/sending/departure.ts';

const PARIS = 'Europe/Paris';
const now = DateTime.fromISO('2026-03-01T12:00:00Z');
const meant = (raw: unknown) => readSendAt(raw, PARIS, now, true);

test.each([undefined, null, '', '  '])(
	'%p is now, unless an expression was to give a date',
	(raw) => {
		expect(readSendAt(raw, PARIS, now)).toEqual({ ok: true, value: null });
		expect(meant(raw)).toMatchObject({
			ok: false,
			problem: { what: expect.stringContaining('is empty: the expression gave no date') },
		});
	},
);

test.each([
	new Date(NaN),
	DateTime.invalid('none'),
	{ toISO: () => null },
	'Invalid DateTime',
	' Invalid Date\n',
])('%p is a date that got lost', (raw) => {
	for (const isMeant of [true, false]) {
		expect(readSendAt(raw, PARIS, now, isMeant)).toMatchObject({
			ok: false,
			problem: {
				what: expect.stringContaining(
					'is an invalid date: the expression could not read its field',
				),
				remedy: expect.stringContaining('{{ $json.date || $now }}'),
			},
		});
	}
});

test.each([33612345678, '33612345678', 32470123456, 14155552671, '3035-01-01'])(
	'%p is a number in the wrong field, and no date',
	(raw) => {
		expect(meant(raw)).toMatchObject({
			ok: false,
			problem: { what: expect.stringContaining('is more than 100 years ahead') },
		});
	},
);

test.each([
	['25/12/2026 14:00', "fromFormat($json.date, 'dd/MM/yyyy HH:mm')"],
	['1/5/26', "fromFormat($json.date, 'd/M/yy')"],
	['12.25.2026', "fromFormat($json.date, 'MM.dd.yyyy')"],
	['25-12-2026 9:05:01', "fromFormat($json.date, 'dd-MM-yyyy H:mm:ss')"],
	['05/12/2026', "fromFormat($json.date, 'dd/MM/yyyy')"],
	['12/12/2026', "fromFormat($json.date, 'dd/MM/yyyy')"],
	[' 01/13/2026 ', "fromFormat($json.date, 'MM/dd/yyyy')"],
	['46381', 'minutes: Math.round($json.date % 1'],
	['46381.58', 'minutes: Math.round($json.date % 1'],
	[46381.58, "fromISO('1899-12-30')"],
	['46381,58', ".replace(',', '.')"],
])('%p gets the expression that reads it', (raw, expression) => {
	const reading = meant(raw);
	expect(reading.ok ? '' : reading.problem.remedy).toContain(expression);
});

test.each([
	['on 25/12/2026', '"on 25/12/2026"'],
	['25/12/2026 at noon', '"25/12/2026 at noon"'],
	[' 463812 ', '"463812"'],
	['Invalid Date of birth', '"Invalid Date of birth"'],
	['My Invalid Date', '"My Invalid Date"'],
	['x'.repeat(100), `"${'x'.repeat(60)}"`],
	[2026, '"2026"'],
	[2026n, '"2026"'],
	[['2026-05-01'], 'a list'],
	[{}, 'this value'],
	[true, 'this value'],
])('%p is told as it stands, with what to do', (raw, written) => {
	expect(readSendAt(raw, PARIS, now)).toEqual({
		ok: false,
		problem: {
			what: `cannot be read: ${written} is not a date such as 2026-05-01 10:00`,
			remedy: 'Enter a date such as 2026-05-01 10:00, or leave the field empty to send now.',
		},
	});
});
