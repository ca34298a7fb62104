import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';

import { cutIntoBatches } from '../../../nodes/shared/sending/batches.ts';
import type { CampaignSettings } from '../../../nodes/shared/sending/message.ts';
import type { RequestSettings } from '../../../nodes/shared/sending/options.ts';
import { smsCall } from '../../../nodes/shared/sending/requests.ts';
import { request as plainRequest, settings as plainSettings, smsTo } from './recipients.mts';

function callFor(
	sms: { readonly text?: string; readonly template?: string; readonly values?: string[] },
	request: Partial<RequestSettings> = {},
	settings: Partial<CampaignSettings> = {},
	purpose: 'send' | 'simulate' = 'send',
) {
	const [batch] = cutIntoBatches([
		smsTo('+33612345678', {
			...sms,
			request: { ...plainRequest, ...request },
			settings: { ...plainSettings, ...settings },
		}),
	]);
	if (!batch) throw new Error('no batch');
	return smsCall(batch, purpose);
}

function payloadOf(...given: Parameters<typeof callFor>): string {
	const call = callFor(...given);
	return call.api === 'v9' ? (call.fields.smsData ?? '') : '';
}

const everything: CampaignSettings = {
	...plainSettings,
	sender: 'My Shop',
	date: '2026-05-01 10:00:00',
	campaignName: 'May & June',
	flash: true,
	emailNotification: true,
	trackLinks: true,
	clientMessageId: 'c-1',
	masterAccount: 'boss',
	uniqueIdentifier: null,
	extraFields: { NEW_TAG: 1, TPOA: 'Other', NOTHING: null, LIST: [{ A: 'x' }, { A: null }] },
};

describe('JSON for v9.0', () => {
	test('a plain campaign says that it has no values, no flash and no notification', () => {
		expect(payloadOf({})).toBe(
			'{"DATA":{"MESSAGE":"Hello","DYNAMIC":"0","FLASH":"0","MAIL_NOTIF":"0","SMS":[{"MOBILEPHONE":"33612345678"}]}}',
		);
	});

	test.each([
		['another value', { FLASH: 1, MAIL_NOTIF: 'x' }, ['FLASH', 'MAIL_NOTIF', 'SMS']],
		['null, which takes it away', { FLASH: null, MAIL_NOTIF: null }, ['SMS']],
		['small letters', { flash: '1' }, ['MAIL_NOTIF', 'flash', 'SMS']],
	])('a flag that is off is replaced by the extra fields: %s', (_, extraFields, tags) => {
		const data = JSON.parse(payloadOf({}, {}, { extraFields })) as { DATA: object };
		expect(Object.keys(data.DATA)).toEqual(['MESSAGE', 'DYNAMIC', ...tags]);
		expect(data.DATA).toMatchObject(
			Object.fromEntries(Object.entries(extraFields).filter(([, value]) => value !== null)),
		);
	});

	test('tags stand in the order of the official examples, extra fields after them', () => {
		const sms = { template: 'Hi #param_1# #param_2#', values: ['a', 'b'] };
		expect(payloadOf(sms, {}, everything)).toBe(
			JSON.stringify({
				DATA: {
					MESSAGE: 'Hi #param_1# #param_2#',
					DYNAMIC: '2',
					CAMPAIGN_NAME: 'May & June',
					DATE: '2026-05-01 10:00:00',
					TPOA: 'Other',
					FLASH: '1',
					MAIL_NOTIF: '1',
					CLIMSGID: 'c-1',
					MASTERACCOUNT: 'boss',
					TRACKING: '1',
					NEW_TAG: 1,
					LIST: [{ A: 'x' }, {}],
					SMS: [{ MOBILEPHONE: '33612345678', PARAM_1: 'a', PARAM_2: 'b' }],
				},
			}),
		);
	});

	test('a simulation has the same payload and another endpoint', () => {
		expect(callFor({}, {}, {}, 'simulate')).toMatchObject({
			endpoint: 'simulateCampaign',
			fields: { smsData: payloadOf({}) },
		});
		expect(callFor({})).toMatchObject({ endpoint: 'sendSms' });
	});
});

describe('XML for v9.0', () => {
	const xml = { payloadFormat: 'xml' } as const;

	test('free text is CDATA, the rest as in the official example', () => {
		const sms = { template: 'Hi #param_1# & <all> ]]> 😀', values: ['Ann]]>a'] };
		expect(payloadOf(sms, xml, { ...everything, extraFields: {} })).toBe(
			'<DATA><MESSAGE><![CDATA[Hi #param_1# & <all> ]]]]><![CDATA[> 😀]]></MESSAGE>' +
				'<DYNAMIC>1</DYNAMIC><CAMPAIGN_NAME><![CDATA[May & June]]></CAMPAIGN_NAME>' +
				'<DATE>2026-05-01 10:00:00</DATE><TPOA>My Shop</TPOA><FLASH>1</FLASH>' +
				'<MAIL_NOTIF>1</MAIL_NOTIF><CLIMSGID>c-1</CLIMSGID><MASTERACCOUNT>boss</MASTERACCOUNT>' +
				'<TRACKING>1</TRACKING><SMS><MOBILEPHONE>33612345678</MOBILEPHONE>' +
				'<PARAM_1><![CDATA[Ann]]]]><![CDATA[>a]]></PARAM_1></SMS></DATA>',
		);
	});

	test.each([
		['a control character in the text', { text: 'a\u0007' }, {}],
		['a carriage return', { text: 'a\r\nb' }, {}],
		['a non-character', { text: 'a\uffff' }, {}],
		['a tag that is no name', {}, { extraFields: { 'A><SMS>': '1' } }],
		['a list in a list', {}, { extraFields: { A: [[1]] } }],
		['an empty list', {}, { extraFields: { A: [] } }],
	])('%s leaves as JSON', (_, sms, settings) => {
		expect(payloadOf(sms, xml, settings)).toBe(payloadOf(sms, {}, settings));
	});

	test('whatever the texts, both formats say the same', () => {
		const parser = new XMLParser({
			parseTagValue: false,
			trimValues: false,
			processEntities: false,
			isArray: (tag) => tag === 'SMS',
		});
		const character = fc.oneof(
			{ weight: 30, arbitrary: fc.constantFrom(...']]><&/\n\t é€', ']]>', '<![CDATA[', '&amp;') },
			{ weight: 10, arbitrary: fc.integer({ min: 0x10000, max: 0x10ffff }) },
			{ weight: 1, arbitrary: fc.integer({ min: 0, max: 0xd7ff }) },
		);
		const text = fc
			.array(character, { minLength: 1, maxLength: 20 })
			.map((all) =>
				all.map((one) => (typeof one === 'number' ? String.fromCodePoint(one) : one)).join(''),
			);
		let asXml = 0;
		fc.assert(
			fc.property(text, fc.array(text, { maxLength: 3 }), text, (message, values, name) => {
				const given = [
					{ template: message, values },
					{ campaignName: name, extraFields: { X: { Y: name } } },
				] as const;
				const written = payloadOf(given[0], xml, given[1]);
				const json: unknown = JSON.parse(payloadOf(given[0], {}, given[1]));
				if (written.startsWith('{')) expect(JSON.parse(written)).toEqual(json);
				else {
					asXml++;
					expect(parser.parse(written)).toEqual(json);
				}
			}),
			{ numRuns: 1_000 },
		);
		expect(asXml).toBeGreaterThan(300);
	});
});

describe('REST', () => {
	const rest = { api: 'rest' } as const;

	test('a plain campaign is a list of numbers', () => {
		expect(callFor({}, rest)).toEqual({
			api: 'rest',
			path: '/sms/send/bulk/',
			body: { text: 'Hello', to: ['33612345678'] },
		});
	});

	test('markers and parameters have no underscore', () => {
		const sms = { template: 'Hi #param_1#', values: ['a'] };
		expect(callFor(sms, rest, { ...everything, uniqueIdentifier: 'u-1' })).toMatchObject({
			body: {
				from: 'My Shop',
				date: '2026-05-01 10:00:00',
				campaignName: 'May & June',
				cliMsgId: 'c-1',
				uniqueIdentifier: 'u-1',
				NEW_TAG: 1,
				text: 'Hi #param1#',
				to: [{ mobilePhone: '33612345678', param1: 'a' }],
			},
		});
	});

	test('a text that only looks like a template is left alone', () => {
		expect(callFor({ template: 'Write #param_1#' }, rest)).toMatchObject({
			body: { text: 'Write #param_1#' },
		});
	});

	test('a simulation says so, whatever the extra fields', () => {
		const extra = { extraFields: { simulate: 0 } };
		expect(callFor({}, rest, extra, 'simulate')).toMatchObject({ body: { simulate: 1 } });
	});

	test('a simulation does not use up the unique identifier', () => {
		const keyed = { uniqueIdentifier: 'u-1' };
		expect(callFor({}, rest, keyed, 'simulate')).toMatchObject({
			body: expect.not.objectContaining({ uniqueIdentifier: expect.anything() }),
		});
	});
});
