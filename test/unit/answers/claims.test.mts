import { EventEmitter } from 'node:events';

import { expect, test } from '@jest/globals';

import { AnswerClaims } from '../../../nodes/AllMySms/wait/answer-webhook.ts';

const responseOf = (statusCode: number) => Object.assign(new EventEmitter(), { statusCode });

test('of two answers at once, one is taken', () => {
	const claims = new AnswerClaims();
	const response = responseOf(200);
	expect(claims.claim('question', response)).toBe(true);
	expect(claims.claim('question', responseOf(200))).toBe(false);
	expect(claims.claim('another', responseOf(200))).toBe(true);
	response.emit('close');
	expect(claims.claim('question', responseOf(200))).toBe(false);
});

test('an answer that n8n could not go on with may be given again', () => {
	const claims = new AnswerClaims();
	const response = responseOf(500);
	expect(claims.claim('question', response)).toBe(true);
	response.emit('close');
	expect(claims.claim('question', responseOf(200))).toBe(true);
});
