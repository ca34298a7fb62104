import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
	failureHint,
	failureText,
	recipientFailure,
} from '../../../nodes/shared/sending/output.ts';
import {
	type Settled,
	rejected,
	unknown,
	type Outcome,
} from '../../../nodes/shared/sending/recipient.ts';
import { smsTo } from './recipients.mts';

const KEY = {
	what: 'AllMySMS does not know this login with this API key',
	remedy: 'Compare both with the client area.',
};
const CUT = { what: 'the connection was cut', remedy: 'Look first: it may have left.' };
const short = (given: string) => ({
	what: `"${given}" is too short for a phone number`,
	remedy: 'Correct the number.',
	kind: 'the number is too short for a phone number',
});
const SENT: Outcome = { ...rejected(KEY), status: 'sent', problem: null };

const told = (...outcomes: Outcome[]): Settled[] =>
	outcomes.map((outcome, itemIndex) => ({
		recipient: smsTo(`+3360000000${itemIndex}`, {}, itemIndex),
		outcome,
	}));

describe('the error of a run in which nothing was accepted', () => {
	test('one SMS: the cause is the title, the remedy stands below', () => {
		expect(failureText(told(rejected(KEY)), 'SMS')).toEqual({
			title:
				'AllMySMS does not know this login with this API key: the SMS to +33600000000 was not sent [item 0]',
			description: 'Compare both with the client area.',
		});
	});

	test('three SMS and one cause: it is said once', () => {
		const { title, description } = failureText(
			told(rejected(KEY), rejected(KEY), rejected(KEY)),
			'SMS',
		);
		expect(title).toBe(
			'AllMySMS does not know this login with this API key: none of 3 SMS was sent, the first to +33600000000 [item 0]',
		);
		expect(description).toBe(
			'Compare both with the client area.\n+33600000000 [item 0], +33600000001 [item 1], +33600000002 [item 2]',
		);
	});

	test('what may have been sent is not called unsent', () => {
		const { title } = failureText(told(unknown(CUT, 'SMS'), unknown(CUT, 'SMS')), 'voice message');
		expect(title).toBe(
			'The connection was cut: 2 voice messages may not have been sent, the first to +33600000000 [item 0]',
		);
	});

	test('several causes: the commonest is the title, each is told once with its number', () => {
		const { title, description } = failureText(
			told(rejected(short('12')), unknown(CUT, 'SMS'), rejected(short('13')), rejected(KEY)),
			'SMS',
		);
		expect(title).toBe(
			'The number is too short for a phone number (2 of 4 SMS), and 2 other reasons: none was accepted for certain, the first to +33600000000 [item 0]',
		);
		expect(description.split('\n')).toEqual([
			'2 SMS were not sent: the number is too short for a phone number. Correct the number. (+33600000000 [item 0], +33600000002 [item 2])',
			'1 SMS may not have been sent: the connection was cut. Look first: it may have left. (+33600000001 [item 1])',
			'1 SMS was not sent: AllMySMS does not know this login with this API key. Compare both with the client area. (+33600000003 [item 3])',
		]);
	});

	test('a row without a number is named by its item alone', () => {
		const outcome = rejected({ what: "'To' is empty", remedy: 'Enter one.' });
		const nobody = { recipient: smsTo(''), outcome };
		expect(failureText([nobody], 'SMS').title).toBe("'To' is empty: the SMS was not sent [item 0]");
		expect(recipientFailure(nobody)).toBe("The SMS was not sent: 'To' is empty");
	});

	test('whatever happened, no cause is said twice and nobody is left uncounted', () => {
		const outcome = fc.oneof(
			fc.constantFrom(rejected(KEY), unknown(CUT, 'SMS'), rejected(CUT)),
			fc.stringMatching(/^\d{2,4}$/).map((given) => rejected(short(given))),
		);
		fc.assert(
			fc.property(fc.array(outcome, { minLength: 2, maxLength: 40 }), (outcomes) => {
				const { title, description } = failureText(told(...outcomes), 'SMS');
				for (const cause of [KEY.what, 'too short for a phone number']) {
					const times = `${title}\n${description}`.split(cause).length - 1;
					// Once in the title, and once in the list where there are several.
					expect(times).toBeLessThanOrEqual(title.includes('reason') ? 2 : 1);
				}
				const counts = [...description.matchAll(/^(\d+) SMS (?:was|were|may) not/gm)];
				const sum = counts.reduce((total, [, count]) => total + Number(count), 0);
				if (title.includes('reason')) expect(sum).toBe(outcomes.length);
			}),
		);
	});
});

describe('the hint of a run in which some were accepted', () => {
	test('counts each cause', () => {
		expect(
			failureHint(told(SENT, rejected(short('12')), rejected(short('13')), rejected(KEY)), 'SMS'),
		).toBe(
			"3 of 4 SMS were not accepted: the number is too short for a phone number (2); AllMySMS does not know this login with this API key (1). See 'status' and 'statusText' of the output items.",
		);
	});

	test('one alone tells its own', () => {
		expect(failureHint(told(SENT, unknown(CUT, 'SMS')), 'SMS')).toBe(
			"1 of 2 SMS was not accepted for certain: the connection was cut. See 'status' and 'statusText' of the output items.",
		);
	});

	test('is not given where nothing went wrong', () => {
		expect(failureHint(told(SENT, SENT), 'SMS')).toBeNull();
	});
});
