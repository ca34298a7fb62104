import { describe, expect, test } from '@jest/globals';

import {
	readApproval,
	readButtons,
	readLimit,
} from '../../../nodes/shared/answers/question-parameters.ts';
import {
	askedBy,
	isQuestion,
	placeParameters,
	type Question,
	readAnswer,
} from '../../../nodes/shared/answers/question.ts';
import type { Result } from '../../../nodes/shared/problem.ts';

const problemOf = (result: Result<unknown>): string =>
	result.ok ? '' : `${result.problem.what}. ${result.problem.remedy}`;

const labels = (...given: unknown[]) => ({ values: given.map((label) => ({ label })) });

describe('the buttons', () => {
	test('are two to six, each with a label of its own', () => {
		expect(readButtons(labels('Yes', ' No '))).toEqual({
			ok: true,
			value: [
				{ label: 'Yes', decision: { choice: 'Yes' } },
				{ label: 'No', decision: { choice: 'No' } },
			],
		});
		expect(readButtons(labels('1', '2', '3', '4', '5', '6')).ok).toBe(true);
	});

	test.each([
		[undefined, "'Buttons' is empty"],
		[{}, "'Buttons' is empty"],
		[labels('Yes'), "'Buttons' has 1 button"],
		[labels('1', '2', '3', '4', '5', '6', '7'), "'Buttons' has 7 buttons"],
		[labels('Yes', 'yes'), '\'Buttons\' has two buttons with the label "yes"'],
		[labels('Yes', ' '), "'Buttons' button 2 has no label"],
		[labels('Yes', 'x'.repeat(61)), "'Buttons' button 2 has a label of 61 characters"],
		[labels('Yes', { a: 1 }), "'Buttons' is an object"],
		[labels('Yes'), 'Add at least two'],
		[labels('1', '2', '3', '4', '5', '6', '7'), 'Keep at most 6'],
	])('%j are refused', (given, problem) => {
		expect(problemOf(readButtons(given))).toContain(problem);
	});

	test('of an approval are one or two', () => {
		expect(readApproval({})).toMatchObject({
			value: [{ label: 'Approve', decision: { approved: true } }],
		});
		const both = { approvalType: 'double', approveLabel: 'Go', disapproveLabel: 'Stop' };
		expect(readApproval({ values: both })).toMatchObject({
			value: [
				{ label: 'Go', decision: { approved: true } },
				{ label: 'Stop', decision: { approved: false } },
			],
		});
		expect(readButtons(labels('Yes', 'x'.repeat(60))).ok).toBe(true);
		for (const [name, which] of [
			['approveLabel', 'the approve button'],
			['disapproveLabel', 'the disapprove button'],
		] as const) {
			const refused = readApproval({ values: { ...both, [name]: ' ' } });
			expect(problemOf(refused)).toContain(`${which} has no label`);
		}
		const alike = { ...both, disapproveLabel: 'GO' };
		expect(problemOf(readApproval({ values: alike }))).toContain('two buttons with the label "GO"');
	});
});

describe('the limit', () => {
	const now = Date.parse('2026-05-01T08:00:00Z');
	const limit = (values: unknown) => readLimit({ values }, 'Europe/Paris', now);

	test.each([
		[{}, null],
		[{ limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' }, 45 * 60_000],
		[{ resumeAmount: 1.5, resumeUnit: 'hours' }, 90 * 60_000],
		[{ resumeAmount: 2, resumeUnit: 'days' }, 48 * 3_600_000],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2026-05-01T10:30' }, 30 * 60_000],
	])('%j is kept', (values, after) => {
		expect(limit(values)).toEqual({ ok: true, value: after === null ? null : now + after });
	});

	test('is none without the option', () => {
		expect(readLimit(undefined, 'Europe/Paris', now)).toEqual({ ok: true, value: null });
	});

	test.each([
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2026-05-01T09:59' }, 'is in the past'],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: 'soon' }, 'cannot be read: "soon"'],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '' }, 'cannot be read'],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2026-05-01T10:00' }, 'is in the past'],
		[{ resumeAmount: 0, resumeUnit: 'hours' }, 'leaves no time to answer'],
		[{ resumeAmount: '', resumeUnit: 'hours' }, 'leaves no time to answer'],
		[{ resumeAmount: -1, resumeUnit: 'hours' }, 'leaves no time to answer'],
		[{ resumeAmount: 'x', resumeUnit: 'hours' }, 'leaves no time to answer'],
		[{ resumeAmount: 1, resumeUnit: 'weeks' }, 'has the unit "weeks"'],
		[{ resumeAmount: 1e9, resumeUnit: 'days' }, 'further ahead than n8n can wait'],
	])('%j is refused', (values, problem) => {
		expect(problemOf(limit(values))).toContain(problem);
	});
});

const question: Question = {
	run: '2',
	kind: 'choice',
	choices: [
		{ label: 'Yes', decision: { choice: 'Yes' } },
		{ label: 'No', decision: { choice: 'No' } },
	],
	asked: [
		{ to: '+33612345678', itemIndex: 0, title: null, text: 'Well?' },
		{ to: '+33612345679', itemIndex: 1, title: 'Title', text: '' },
	],
	expiresAt: null,
};

describe('a link', () => {
	test('tells whose it is, and of which run', () => {
		expect(askedBy(question, placeParameters('2', 1))).toBe(question.asked[1]);
		expect(askedBy({ ...question, run: '0' }, placeParameters('0', 0))).toBe(question.asked[0]);
		expect(placeParameters('0', 0)).toEqual({});
		expect(placeParameters('0', 1)).toEqual({ q: '0.1' });
		expect(placeParameters('2', 0)).toEqual({ q: '2.0' });
	});

	test.each([{}, { q: '1.0' }, { q: '2.2' }, { q: '2.x' }, { q: ['2.0'] }, { q: '' }])(
		'with %j is that of another question',
		(query) => {
			expect(askedBy(question, query)).toBeNull();
		},
	);

	test('finds its question again in what n8n stored', () => {
		expect(isQuestion(JSON.parse(JSON.stringify(question)))).toBe(true);
		for (const kind of ['text', 'reply']) expect(isQuestion({ ...question, kind })).toBe(true);
		expect(isQuestion({ ...question, expiresAt: 1 })).toBe(true);
		expect(
			isQuestion({ ...question, choices: [{ label: 'A', decision: { approved: true } }] }),
		).toBe(true);
	});

	const [phone] = question.asked;
	const [choice] = question.choices;

	test.each([
		null,
		'x',
		{},
		{ ...question, run: 2 },
		{ ...question, kind: 'x' },
		{ ...question, choices: null },
		{ ...question, choices: [choice, null] },
		{ ...question, choices: [choice, { ...choice, label: 1 }] },
		{ ...question, choices: [choice, { ...choice, decision: null }] },
		{ ...question, choices: [choice, { ...choice, decision: { approved: 'yes' } }] },
		{ ...question, asked: {} },
		{ ...question, asked: [1] },
		{ ...question, asked: [phone, { ...phone, to: 33612345678 }] },
		{ ...question, asked: [phone, { ...phone, itemIndex: '0' }] },
		{ ...question, asked: [phone, { ...phone, title: 1 }] },
		{ ...question, asked: [phone, { ...phone, text: null }] },
		{ ...question, expiresAt: 'soon' },
	])('is that of no question that was damaged: %j', (damaged) => {
		expect(isQuestion(damaged)).toBe(false);
	});
});

describe('what the page sends', () => {
	test('decides by the number of its button', () => {
		expect(readAnswer(question, { answer: '1' })).toMatchObject({ data: { choice: 'No' } });
	});

	test.each([{}, { answer: '2' }, { answer: '-1' }, { answer: ['0'] }, { answer: 'Yes' }])(
		'%j chooses nothing',
		(form) => {
			expect(readAnswer(question, form)).toMatchObject({ ok: false, fault: 'nothingChosen' });
		},
	);

	test('is a text without what nobody sees, and bounded', () => {
		const words = { ...question, kind: 'text' } as const;
		expect(readAnswer(words, { text: ' One\r\ntwo\u0000 👍\ud83d ' })).toMatchObject({
			data: { text: 'One\ntwo 👍\ufffd' },
		});
		expect(readAnswer(words, { text: '\n ' })).toMatchObject({ fault: 'nothingWritten' });
		expect(readAnswer(words, { text: 'One\rtwo' })).toMatchObject({ data: { text: 'One\ntwo' } });
		expect(readAnswer(words, { text: 'x'.repeat(2001) })).toMatchObject({
			ok: false,
			fault: 'tooLong',
			written: 'x'.repeat(2000),
		});
		expect(readAnswer(words, { text: 'x'.repeat(2000) }).ok).toBe(true);
	});
});
