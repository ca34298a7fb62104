import { describe, expect, test } from '@jest/globals';

import {
	acceptedBefore,
	rejected,
	skipped,
	unknown,
	type Outcome,
} from '../../../nodes/shared/sending/recipient.ts';
import { openSentMemory } from '../../../nodes/AllMySms/send/deliver.ts';

const accepted: Outcome = {
	...rejected({ what: 'sent', remedy: '' }, 100),
	status: 'sent',
	smsId: 'a',
	campaignId: 'c',
};

/** n8n stores the context with the execution and reads it back between processes. */
const stored = (context: Record<string, unknown>) =>
	JSON.parse(JSON.stringify(context)) as Record<string, unknown>;

describe('openSentMemory', () => {
	test.each([
		['accepted', accepted],
		['scheduled', { ...accepted, status: 'scheduled' as const }],
		['unknown', unknown({ what: 'no answer', remedy: '' }, 'SMS')],
		['accepted before', acceptedBefore('not again', 121, null)],
	])('the next try knows what was %s', (_, outcome) => {
		const context = {};
		openSentMemory(context, '0').remember('0/33600000001', outcome);
		expect(openSentMemory(stored(context), '0').recall('0/33600000001')).toEqual(outcome);
	});

	test.each([
		['rejected', rejected({ what: 'no', remedy: '' })],
		['rejected with a code', rejected({ what: 'no credit', remedy: '' }, 104)],
		['skipped for another execution', skipped('same key')],
	])('what was %s is decided anew', (_, outcome) => {
		const context = {};
		openSentMemory(context, '0').remember('0/33600000001', outcome);
		expect(openSentMemory(context, '0').recall('0/33600000001')).toBeUndefined();
	});

	test('another run of the node in the same execution knows nothing', () => {
		const context = {};
		openSentMemory(context, '0').remember('0/33600000001', accepted);
		expect(openSentMemory(context, '1').recall('0/33600000001')).toBeUndefined();
	});

	test('the next try knows its announcements, another run does not', () => {
		const context = {};
		openSentMemory(context, '0').announce('request');
		expect(openSentMemory(stored(context), '0').hasAnnounced('request')).toBe(true);
		expect(openSentMemory(context, '1').hasAnnounced('request')).toBe(false);
	});

	test('a run that is over leaves nothing in the stored execution', () => {
		const context = { other: 1 };
		const memory = openSentMemory(context, '0');
		memory.remember('0/33600000001', accepted);
		memory.forget();
		expect(context).toEqual({ other: 1 });
	});

	test.each(['__proto__', 'constructor', 'toString'])(
		'the key %s is a key like any other',
		(key) => {
			const context = {};
			const memory = openSentMemory(context, '0');
			expect(memory.recall(key)).toBeUndefined();
			expect(memory.hasAnnounced(key)).toBe(false);
		},
	);
});
