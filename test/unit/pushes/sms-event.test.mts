import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { receiptMeaning } from '../../../nodes/shared/vocabulary/receipts.ts';
import { readEvent } from '../../../nodes/shared/pushes/sms-event.ts';
import { RECEIPT, REPLY } from './push.mts';

describe('the kind of an event', () => {
	test.each([
		['a receipt', RECEIPT, 'deliveryReport'],
		['a reply', REPLY, 'reply'],
		['a receipt with the key of getAcks', { smsId: '1', statut: 1 }, 'deliveryReport'],
		[
			'a receipt with the key of REST',
			{ phoneNumber: '336', code: 2, description: 'x' },
			'deliveryReport',
		],
		['a receipt with a blank status', { smsId: '1', status: '' }, 'deliveryReport'],
		[
			'a receipt that repeats the text',
			{ smsId: '1', status: '1', message: 'Hi' },
			'deliveryReport',
		],
		[
			'a receipt with an empty reply id',
			{ smsId: '1', status: '1', smsMoId: '' },
			'deliveryReport',
		],
		['a reply without an SMS', { phoneNumber: '336', message: 'Hi' }, 'reply'],
		['a reply with nothing but its id', { smsMoId: '5' }, 'reply'],
		['a reply with a status', { ...REPLY, status: 'received' }, 'reply'],
		['a reply with a blank status', { phoneNumber: '336', message: 'Hi', status: '' }, 'reply'],
		['a reply without text', { phoneNumber: '336', message: '' }, 'reply'],
		['a reply by other names', { from: '336', text: 'Hi' }, 'reply'],
		['a STOP', { ...REPLY, message: 'Stop' }, 'stop'],
		['a STOP to the short number', { phoneNumber: '336', message: 'STOP', code: 36180 }, 'stop'],
		['a STOP with a status', { phoneNumber: '336', message: 'Stop', status: 1 }, 'stop'],
		['a reply with a code', { phoneNumber: '336', message: 'Oui', code: '1' }, 'reply'],
		[
			'a reply with all about its number',
			{ from: '336', to: '36180', shortcode: 36180, code: 36180, keyword: 'OUI', text: 'Oui' },
			'reply',
		],
		[
			'a reply with an empty status and a code',
			{ phoneNumber: '336', message: 'Oui', status: '', code: 1 },
			'reply',
		],
		['a reply with words as its status', { message: 'Oui', status: 'received' }, 'reply'],
		['an empty reply with a code', { phoneNumber: '336', message: '', code: 36180 }, 'reply'],
		['a keyword that was cut off', { message: '', keyword: 'STOP', code: 36180 }, 'stop'],
		['a keyword with the rest', { message: 'merci', keyword: 'STOP' }, 'stop'],
		['a keyword alone', { phoneNumber: '336', keyword: 'OUI' }, 'reply'],
		[
			'a row of REST that repeats the text',
			{ code: 2, description: 'Absent', message: 'Hi' },
			'deliveryReport',
		],
		['a receipt with a keyword', { smsId: '1', status: 1, keyword: 'PROMO' }, 'deliveryReport'],
		['a click', { smsId: '1', url: 'https://example.com', clicks: 1 }, 'other'],
	])('%s', (_, raw, expected) => {
		expect(readEvent(raw).event).toBe(expected);
	});
});

test('keys are found whatever their case and spelling', () => {
	const styles = [
		(key: string) => key,
		(key: string) => key.toUpperCase(),
		(key: string) => key.toLowerCase(),
		(key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
		(key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter}`),
	];
	for (const style of styles) {
		const raw = Object.fromEntries(
			Object.entries(REPLY).map(([key, value]) => [style(key), value]),
		);
		expect(readEvent(raw)).toMatchObject({
			event: 'reply',
			smsId: REPLY.smsId,
			replyId: REPLY.smsMoId,
			campaignId: REPLY.campaignId,
			phoneNumber: `+${REPLY.phoneNumber}`,
			message: REPLY.message,
			receptionDate: REPLY.receptionDate,
		});
	}
	const aliases = { moId: 1, campId: 'c', msisdn: 33612345678, text: 'Hi', date: '2026-05-01' };
	expect(readEvent(aliases)).toMatchObject({
		replyId: '1',
		campaignId: 'c',
		phoneNumber: '+33612345678',
		message: 'Hi',
		receptionDate: '2026-05-01',
	});
	expect(readEvent({ smsId: '1', statut: '2', comment: 'Absent' })).toMatchObject({
		statusText: 'Absent',
		meaning: { status: 'undelivered' },
	});
});

test('a STOP to the short number keeps its text and its number', () => {
	const raw = { phoneNumber: '33612345678', message: 'STOP', code: '36180' };
	expect(readEvent(raw)).toEqual({
		event: 'stop',
		replyId: null,
		smsId: null,
		campaignId: null,
		phoneNumber: '+33612345678',
		message: 'STOP',
		receptionDate: null,
		raw,
	});
});

test('HTML entities are decoded once, in what somebody wrote and in what is said of an SMS', () => {
	expect(readEvent({ ...REPLY, message: '&quot;STOP&quot;' })).toMatchObject({
		event: 'stop',
		message: '"STOP"',
	});
	expect(
		readEvent({ ...REPLY, message: '&amp;lt; &eacute;&#233;&#xE9; &copy=1 R&D' }),
	).toMatchObject({ message: '&lt; ééé &copy=1 R&D' });
	expect(readEvent({ ...RECEIPT, statusText: 'D&eacute;livr&eacute;' })).toMatchObject({
		statusText: 'Délivré',
	});
});

test('the id of a row of replies is the id of the reply', () => {
	expect(readEvent({ id: 9, message: 'Hi', phoneNumber: '336' })).toMatchObject({ replyId: '9' });
});

describe('the status of a receipt', () => {
	test.each([
		[1, null, 'delivered', 1, true],
		['1', 'Issued', 'delivered', 1, true],
		[2, null, 'undelivered', 2, true],
		['3', 'Delivered', 'sent', 3, false],
		[4, null, 'rejected', 4, true],
		[5, null, 'rejected', 5, true],
		[0, null, 'unknown', 0, false],
		[6, '', 'unknown', 6, false],
		['', null, 'unknown', null, false],
		[null, null, 'unknown', null, false],
		[101, 'En attente', 'sent', 101, false],
		[201, 'Message délivré', 'delivered', 201, true],
		[202, 'Non délivré', 'undelivered', 202, true],
		[203, 'Échec de livraison', 'undelivered', 203, true],
		[204, 'Delivery failed', 'undelivered', 204, true],
		[205, 'Numéro refusé', 'rejected', 205, true],
		['DELIVERED', null, 'delivered', null, true],
		['UNDELIV', null, 'undelivered', null, true],
		['EXPIRED', null, 'undelivered', null, true],
		['pending', null, 'sent', null, false],
		['not delivered', null, 'undelivered', null, true],
		[{}, 'n’a pas été remis', 'undelivered', null, true],
		['1.5', null, 'unknown', null, false],
	])('%j with the text %j', (code, words, status, statusCode, final) => {
		expect(receiptMeaning(code, words)).toEqual({ status, statusCode, final });
	});
});

test('whatever an object holds, it is one of the four kinds', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (raw) => {
			expect(['deliveryReport', 'reply', 'stop', 'other']).toContain(readEvent(raw).event);
		}),
		{ numRuns: 2_000 },
	);
});
