import { describe, expect, test } from '@jest/globals';

import { readRows, readDone } from '../../../nodes/shared/vocabulary/rows.ts';
import { blacklistIndex, readBlacklist } from '../../../nodes/shared/vocabulary/look-ups.ts';
import { readReceipts } from '../../../nodes/shared/vocabulary/receipts.ts';
import { readReplies } from '../../../nodes/shared/vocabulary/replies.ts';
import { readSubAccounts } from '../../../nodes/shared/vocabulary/accounts.ts';

const shape = { rowKeys: ['phoneNumber'], listKeys: ['acks'] };
const nobody = { smsId: null, campaignId: null };

describe('readRows', () => {
	test.each<[string, Record<string, unknown> | unknown[], number, boolean]>([
		['rows beside a status', { status: 100, acks: [{ phoneNumber: '1' }] }, 200, true],
		['a good status without rows', { status: '1' }, 200, true],
		['an empty list beside words', { acks: [], statusText: 'Aucun' }, 200, true],
		['status 0', { status: 0 }, 200, false],
		['a code of the table', { status: '103' }, 200, false],
		['a code of REST', { code: 1005 }, 200, false],
		['words alone', { description: 'No' }, 200, false],
		['rows beside HTTP 404', { acks: [{ phoneNumber: '1' }] }, 404, false],
		['nothing', {}, 200, true],
		['an empty list as the whole answer', [], 200, true],
	])('%s', (_, data, httpStatus, ok) => {
		expect(readRows(data, httpStatus, shape).ok).toBe(ok);
	});

	test('a code that no table knows keeps its words, and leaves the remedy to the operation', () => {
		expect(readRows({ code: 1004, description: 'Caf&eacute;' }, 200, shape)).toEqual({
			ok: false,
			problem: { what: 'Café', remedy: '' },
		});
	});
});

describe('readDone', () => {
	test.each<[Record<string, unknown>, string]>([
		[{ status: '1' }, 'done'],
		[{ status: 'OK' }, 'done'],
		[{ status: 101 }, 'done'],
		[{ status: '0', text: 'Non' }, 'refused'],
		[{ status: 2 }, 'refused'],
		[{ text: 'Non' }, 'refused'],
		[{ success: 1 }, 'done'],
		[{}, 'unclear'],
		[{ other: 1, more: 2 }, 'unclear'],
	])('%j is %s', (data, kind) => {
		expect(readDone(data, 200, ['success']).kind).toBe(kind);
	});

	test('nothing is done with an HTTP status of refusal', () => {
		expect(readDone({ status: '1' }, 422).kind).toBe('refused');
	});
});

describe('readReceipts', () => {
	test('an empty status gives way to the other spelling', () => {
		const row = { phoneNumber: '33612345678', status: '', statut: '2', comment: 'Échec' };
		const reading = readReceipts({ acks: [row] }, 200, nobody);
		expect(reading).toMatchObject({
			ok: true,
			value: [{ row: { status: 'undelivered', statusCode: 2, final: true, receivedAt: null } }],
		});
	});
});

describe('readReplies', () => {
	const keysOf = (...mos: unknown[]) => {
		const reading = readReplies({ mos }, 200, nobody);
		return reading.ok ? reading.value.map(({ key }) => key) : [];
	};
	const row = { phoneNumber: '33612345678', message: 'Oui', receptionDate: '2026-05-01 10:00:00' };

	test('a reply has the same name in every answer and at every place', () => {
		const [first, second] = keysOf({ ...row, id: '7' }, { ...row, id: '8' });
		expect(keysOf({ ...row, id: 8 }, { ...row, id: 7, campaignId: 'c' })).toEqual([second, first]);
	});

	test.each(['', '0', 0, null, undefined])('the id %p is none', (id) => {
		const [first, second] = keysOf({ ...row, id }, { ...row, id });
		expect(first).not.toBe(second);
		expect(keysOf(row, row)).toEqual([first, second]);
	});
});

test('a sub-account never shows its key', () => {
	const reading = readSubAccounts({ subAccounts: [{ Login: 'a', ApiKey: 'secret' }] }, 200);
	expect(JSON.stringify(reading)).not.toContain('secret');
});

test('the blacklist is found by every spelling of a number', () => {
	const reading = readBlacklist({ blacklist: { phoneNumber: '0612345678', comment: 'stop' } }, 200);
	if (!reading.ok) throw new Error(reading.problem.what);
	expect(blacklistIndex(reading.value)('+33612345678')?.row.reason).toBe('stop');
	expect(blacklistIndex(reading.value)('+33612345679')).toBeUndefined();
});

test('100,000 rows are read', () => {
	const answer = {
		acks: Array.from({ length: 100_000 }, (_, index) => ({
			phoneNumber: `33612${String(index).padStart(6, '0')}`,
			statut: '1',
			comment: 'Delivered',
			receptionDate: `2026-05-01 10:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
		})),
	};
	const reading = readReceipts(answer, 200, nobody);
	expect(reading.ok && new Set(reading.value.map(({ row }) => row.phoneNumber)).size).toBe(100_000);
});
