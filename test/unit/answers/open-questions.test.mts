import { describe, expect, test } from '@jest/globals';

import {
	OpenQuestions,
	readReplyAnswer,
	type OpenQuestion,
	type StaticData,
} from '../../../nodes/shared/answers/open-questions.ts';

const WORKFLOW = 'workflow-1';
const HOUR = 3_600_000;
let counter = 0;

const question = (changes: Partial<OpenQuestion> = {}): OpenQuestion => ({
	url: `https://n8n.example.com/webhook-waiting/${++counter}`,
	phones: [{ to: '+33612345678', smsId: `sms-${counter}`, campaignId: `ap_${counter}` }],
	askedAt: Date.now() + counter,
	expiresAt: null,
	...changes,
});

const from = (smsId: string | null = null, campaignId: string | null = null) => ({
	phoneNumber: '+33612345678',
	smsId,
	campaignId,
});

describe('open questions', () => {
	test('are found by the SMS that the reply belongs to', () => {
		const questions = new OpenQuestions();
		const data: StaticData = {};
		const [first, second] = [question(), question()];
		for (const each of [first, second]) questions.add(WORKFLOW, data, each);
		expect(questions.find(WORKFLOW, data, from(first.phones[0]?.smsId))).toEqual(first);
		expect(questions.find(WORKFLOW, data, from(null, second.phones[0]?.campaignId))).toEqual(
			second,
		);
		expect(questions.find(WORKFLOW, data, from('sms of another workflow'))).toBeNull();
	});

	test('the newest is meant where nothing tells which', () => {
		const questions = new OpenQuestions();
		const data: StaticData = {};
		const [first, second] = [question(), question()];
		for (const each of [second, first]) questions.add(WORKFLOW, data, each);
		expect(questions.find(WORKFLOW, data, from())).toEqual(second);
		questions.close(WORKFLOW, data, second);
		expect(questions.find(WORKFLOW, data, from())).toEqual(first);
	});

	test('are those of this workflow, of this phone, and in time', () => {
		const questions = new OpenQuestions();
		const data: StaticData = {};
		questions.add(WORKFLOW, data, question({ expiresAt: Date.now() - 1 }));
		expect(questions.find(WORKFLOW, data, from())).toBeNull();
		questions.add(WORKFLOW, data, question({ expiresAt: Date.now() + HOUR }));
		expect(questions.find(WORKFLOW, data, from())).not.toBeNull();
		expect(questions.find('workflow-2', {}, from())).toBeNull();
		expect(questions.find(WORKFLOW, data, { ...from(), phoneNumber: '+33612345679' })).toBeNull();
		expect(questions.find(WORKFLOW, data, { ...from(), phoneNumber: null })).toBeNull();
	});

	test('are known to another process, or after a restart, by the static data', () => {
		const data: StaticData = {};
		const asked = question();
		new OpenQuestions().add(WORKFLOW, data, asked);
		const restarted = new OpenQuestions();
		const stored = JSON.parse(JSON.stringify(data)) as StaticData;
		expect(restarted.find(WORKFLOW, stored, from())).toEqual(asked);
		restarted.close(WORKFLOW, stored, asked);
		expect(stored).toEqual({ allMySmsQuestions: [] });
	});

	test('are written anew where another execution has overwritten them', () => {
		const questions = new OpenQuestions();
		const [first, second] = [question(), question()];
		questions.add(WORKFLOW, {}, first);
		const data: StaticData = {};
		questions.add(WORKFLOW, data, second);
		expect(data.allMySmsQuestions).toEqual([first, second]);
		questions.close(WORKFLOW, {}, first);
		expect(questions.find(WORKFLOW, data, from(first.phones[0]?.smsId))).toBeNull();
	});

	test('a phone that is left out may answer no more', () => {
		const questions = new OpenQuestions();
		const data: StaticData = {};
		const other = { to: '+33612345679', smsId: null, campaignId: null };
		const asked = question({ phones: [...question().phones, other] });
		questions.add(WORKFLOW, data, asked);
		questions.leaveOut(WORKFLOW, data, asked, '+33612345678');
		expect(questions.find(WORKFLOW, data, from())).toBeNull();
		expect(
			questions.find(WORKFLOW, data, { ...from(), phoneNumber: '+33612345679' })?.phones,
		).toEqual([other]);
	});

	test('are found by each of several SMS that one test phone got', () => {
		const questions = new OpenQuestions();
		const data: StaticData = {};
		const [one, two] = ['sms-one', 'sms-two'].map((smsId) => ({
			to: '+33612345678',
			smsId,
			campaignId: null,
		}));
		const asked = question({ phones: [one, two].flatMap((phone) => phone ?? []) });
		questions.add(WORKFLOW, data, asked);
		for (const smsId of ['sms-one', 'sms-two', null]) {
			expect(questions.find(WORKFLOW, data, from(smsId))).toEqual(asked);
		}
		expect(questions.find(WORKFLOW, data, from('sms of another workflow'))).toBeNull();
	});

	test('what is damaged in the static data is passed by', () => {
		const [phone] = question().phones;
		const damaged = [
			null,
			1,
			{},
			{ ...question(), url: 1 },
			{ ...question(), askedAt: 'now' },
			{ ...question(), expiresAt: 'soon' },
			{ ...question(), phones: {} },
			{ ...question(), phones: [phone, null] },
			{ ...question(), phones: [phone, { ...phone, to: 1 }] },
			{ ...question(), phones: [phone, { ...phone, smsId: 1 }] },
			{ ...question(), phones: [phone, { ...phone, campaignId: 1 }] },
		];
		for (const each of damaged) {
			const data: StaticData = { allMySmsQuestions: [each] };
			expect(new OpenQuestions().find(WORKFLOW, data, from())).toBeNull();
		}
		const whole = question({ expiresAt: Date.now() + HOUR });
		const data: StaticData = { allMySmsQuestions: [...damaged, whole] };
		expect(new OpenQuestions().find(WORKFLOW, data, from())).toEqual(whole);
	});

	test('a campaign tells them apart where there is no id, and what has none may be any', () => {
		const questions = new OpenQuestions();
		const data: StaticData = {};
		const bare = question({ phones: [{ to: '+33612345678', smsId: null, campaignId: null }] });
		const named = question();
		for (const each of [bare, named]) questions.add(WORKFLOW, data, each);
		expect(questions.find(WORKFLOW, data, from(null, 'another campaign'))).toEqual(bare);
		expect(questions.find(WORKFLOW, data, from('another id', null))).toEqual(bare);
		questions.close(WORKFLOW, data, bare);
		expect(questions.find(WORKFLOW, data, from(null, 'another campaign'))).toBeNull();
	});

	test('take no more room than n8n can store with ease', () => {
		const questions = new OpenQuestions();
		const data: StaticData = {};
		for (let index = 0; index < 600; index++) questions.add(WORKFLOW, data, question());
		expect(data.allMySmsQuestions).toHaveLength(500);
	});
});

test.each([
	[{ text: 'Yes', to: '+33612345678', stop: false }, true],
	[{ text: 'STOP', to: '+33612345678', stop: true }, true],
	[{ text: 'Yes', to: null }, false],
	[{ text: 'Yes', to: '+33612345678' }, true],
	[{ text: 1, to: '+33612345678' }, false],
	['Yes', false],
	[null, false],
])('%j is what the trigger posts: %s', (body, isAnswer) => {
	expect(readReplyAnswer(body)).toEqual(isAnswer ? { stop: false, ...(body as object) } : null);
});
