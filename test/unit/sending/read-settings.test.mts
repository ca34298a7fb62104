import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readSms, type SmsParameters } from '../../../nodes/shared/sending/reading.ts';
import { settings } from './recipients.mts';
import { constant, moment, parameters, recipientsOf, refusalOf } from './sms-parameters.mts';

describe('settings', () => {
	const all = {
		batchSize: 5,
		clientMessageId: 'c1',
		emailNotification: true,
		extraFields: '{"TAG": {"A": [1]}}',
		flash: true,
		masterAccount: 'boss',
		payloadFormat: 'xml',
		providerTimezone: 'UTC',
		timeout: 5,
		trackLinks: true,
		uniqueKey: 'order-1',
	};
	const restAlone = {
		emailNotification: false,
		flash: false,
		masterAccount: '',
		payloadFormat: 'json',
		trackLinks: false,
	};

	test.each([
		['v9', {}, { flash: true, emailNotification: true, trackLinks: true, masterAccount: 'boss' }],
		['rest', restAlone, { uniqueIdentifier: 'order-1' }],
	])('all of them reach the campaign by %s', (api, change, expected) => {
		const [recipient] = recipientsOf({
			sender: ' Shop ',
			sendAt: constant('2026-05-01 10:00'),
			campaignName: ' May ',
			options: { ...all, ...change, api },
		});
		expect(recipient?.message.scheduledFor).toBe('2026-05-01T10:00:00+02:00');
		expect(recipient?.message.uniqueKey).toBe('order-1');
		expect(recipient?.message.request).toEqual({
			api,
			batchSize: 5,
			payloadFormat: api === 'v9' ? 'xml' : 'json',
			timeoutMs: 5_000,
		});
		expect(recipient?.message.settings).toEqual({
			...settings,
			sender: 'Shop',
			date: '2026-05-01 08:00:00',
			campaignName: 'May',
			clientMessageId: 'c1',
			extraFields: { TAG: { A: [1] } },
			...expected,
		});
	});

	test('without options the defaults hold', () => {
		const reading = readSms(0, parameters({ options: undefined }), moment);
		expect(reading.ok && reading.value.options).toMatchObject({
			autoPersonalise: true,
			concurrency: 4,
			defaultCountry: 'FR',
			providerTimezone: 'Europe/Paris',
			request: { api: 'v9', batchSize: 1000, payloadFormat: 'json', timeoutMs: 30_000 },
		});
	});

	test('equal settings are one object, others are not', () => {
		const options = {};
		const one = recipientsOf({ options, sender: 'Shop' })[0]?.message.settings;
		expect(recipientsOf({ options, sender: 'Shop' })[0]?.message.settings).toBe(one);
		expect(recipientsOf({ options, sender: 'Other' })[0]?.message.settings.sender).toBe('Other');
		expect(
			recipientsOf({ options, sender: 'Shop', sendAt: constant('2026-05-01') })[0]?.message.settings
				.date,
		).toBe('2026-05-01 00:00:00');
	});

	test('the same date is written in the zone of each provider', () => {
		const dateIn = (providerTimezone: string) =>
			recipientsOf({ sendAt: constant('2026-05-01 10:00'), options: { providerTimezone } })[0]
				?.message.settings.date;
		expect(dateIn('Europe/Paris')).toBe('2026-05-01 10:00:00');
		expect(dateIn('UTC')).toBe('2026-05-01 08:00:00');
	});

	test.each([
		[{ to: '' }, 'To is empty'],
		[{ to: [null, ' '] }, 'To is empty'],
		[{ sender: 'ABCDEFGHIJKL' }, 'Sender (TPOA): "ABCDEFGHIJKL" has 12 characters'],
		[{ sender: '+33 612 34' }, 'Sender (TPOA): "+33 612 34" is a phone number'],
		[
			{ sendAt: constant('soon') },
			'Send At cannot be read: "soon" is not a date such as 2026-05-01 10:00',
		],
		[{ sendAt: constant('2020-01-01') }, 'Send At is in the past: 2020-01-01 00:00 (Europe/Paris)'],
		[{ options: { batchSize: 0 } }, 'Request Size is 0'],
		[{ options: { batchSize: 2001 } }, 'Request Size is 2001'],
		[{ options: { batchSize: 1.5 } }, 'Request Size is 1.5'],
		[{ options: { batchSize: 'many' } }, 'Request Size is "many"'],
		[{ options: { concurrency: 11 } }, 'Requests at Once is 11'],
		[{ options: { timeout: 0 } }, 'Request Timeout is 0'],
		[{ options: { api: 'soap' } }, 'Request API is "soap"'],
		[{ options: { payloadFormat: 'csv' } }, 'Request Format is "csv"'],
		[{ options: { defaultCountry: 'France' } }, 'Default Country is "France"'],
		[{ options: { providerTimezone: 'Paris' } }, 'Timezone of AllMySMS is "Paris"'],
		[{ options: { extraFields: '{"a":' } }, 'Request Fields is not valid JSON'],
		[{ options: { extraFields: '[1]' } }, 'Request Fields is not a JSON object'],
		[{ options: { extraFields: '"a"' } }, 'Request Fields is not a JSON object'],
		[
			{ options: { extraFields: { sms: [] } } },
			'Request Fields has sms, which the node fills itself',
		],
		[
			{ options: { extraFields: '{"simulate":1}', api: 'rest' } },
			'Request Fields has simulate, which the node fills itself',
		],
		[
			{ options: { extraFields: '{"Simulate":1}' } },
			'Request Fields has Simulate, which the node fills itself',
		],
		...[
			'CAMPAIGN_NAME',
			'CLIMSGID',
			'DATE',
			'FLASH',
			'MAIL_NOTIF',
			'MASTERACCOUNT',
			'TRACKING',
		].map(
			(name) =>
				[
					{ options: { extraFields: { [name]: '1' }, api: 'rest' } },
					`Request Fields has ${name}, which belongs to the HTTP v9.0 API; the REST API would send without it`,
				] as const,
		),
		...['from', 'campaignName', 'to', 'text'].map(
			(name) =>
				[
					{ options: { extraFields: { [name]: '1' } } },
					`Request Fields has ${name}, which belongs to the REST API; the HTTP v9.0 API would send without it`,
				] as const,
		),
		[{ options: { batchSize: true } }, 'Request Size is true'],
		[{ options: { batchSize: [5] } }, 'Request Size is a list'],
		[{ options: { api: { v9: 1 } } }, 'Request API is an object'],
		[{ options: { flash: ['true'] } }, 'Flash SMS is a list'],
		[
			{ options: { defaultCountry: ['BE'] } },
			'Default Country is a list, where one text is needed',
		],
	])('%j is refused', (change, expected) => {
		expect(refusalOf(change)).toBe(expected);
	});

	/** Where texts are read, by the name that the user sees. */
	const TEXTS: ReadonlyArray<
		readonly [name: string, of: (value: unknown) => Partial<SmsParameters>]
	> = [
		['Sender (TPOA)', (sender) => ({ sender })],
		['Campaign Name', (campaignName) => ({ campaignName })],
		['Send Once per Key', (uniqueKey) => ({ options: { uniqueKey } })],
		['Your Message ID', (clientMessageId) => ({ options: { clientMessageId } })],
		['Master Account', (masterAccount) => ({ options: { masterAccount } })],
		['Default Country', (defaultCountry) => ({ options: { defaultCountry } })],
		['Timezone of AllMySMS', (providerTimezone) => ({ options: { providerTimezone } })],
	];

	test.each(TEXTS)('%s: what is no text is refused, whatever it is', (name, of) => {
		const noText = fc.oneof(
			fc.boolean(),
			fc.dictionary(fc.string(), fc.anything()),
			fc.array(fc.anything()),
			fc.constantFrom(Symbol('x'), () => 'x', NaN, '[object Object]', 'no [object Object]'),
		);
		fc.assert(
			fc.property(noText, (value) => {
				const refusal = refusalOf(of(value));
				expect(refusal.startsWith(`${name} `)).toBe(true);
				expect(refusal).toMatch(/is (a|an|true|false|NaN)\b|contains an object/);
			}),
		);
	});
});
