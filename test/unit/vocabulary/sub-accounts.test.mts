import { describe, expect, test } from '@jest/globals';

import { accountData } from '../../../nodes/shared/vocabulary/accounts.ts';
import {
	apiKeyIn,
	withoutSecrets,
	withoutSecretWords,
} from '../../../nodes/shared/vocabulary/secrets.ts';

describe('accountData', () => {
	const fields = {
		subAccount: 'shop-lyon',
		company: 'Shop',
		mobile: '+33612345678',
		city: null,
		active: true,
		postpaid: false,
		sendEmailToCustomer: true,
		sendEmailToMasterAccount: true,
		profile: 'p',
		unheardOf: 'x',
	};

	test('ACTIVE is for accounts that there are, the login for those that there are not yet', () => {
		expect(JSON.parse(accountData(fields, 'create'))).toEqual({
			DATA: {
				LOGIN: 'shop-lyon',
				SOCIETY: 'Shop',
				MOBILE: '+33612345678',
				POSTPAID: '0',
				SENDEMAILTOCUSTOMER: '1',
				SENDEMAILTOMASTERACCOUNT: '1',
				PROFILE: 'p',
			},
		});
		expect(JSON.parse(accountData(fields, 'update'))).toEqual({
			DATA: { SOCIETY: 'Shop', MOBILE: '+33612345678', ACTIVE: '1' },
		});
	});
});

describe('secrets of an answer', () => {
	const deep = { a: { b: { c: { d: { e: { f: { g: { apiKey: 'too-deep' } } } } } } } };

	test.each([
		[{ status: '1', apiKey: 'new-key' }, 'new-key'],
		[[{ API_KEY: ' new-key ' }], 'new-key'],
		[{ account: [{ Apikey: 123456789 }] }, '123456789'],
		[{ apiKey: { value: 'x' }, other: { apikey: 'new-key' } }, 'new-key'],
		[{ apiKey: '' }, null],
		[{ password: 'secret' }, null],
		[deep, null],
		[null, null],
		['apiKey', null],
	])('the key of %j is %j', (answer, key) => {
		expect(apiKeyIn(answer)).toBe(key);
	});

	test('words lose what is secret in the answer and in the request', () => {
		const answer = { apiKey: 'new-key', account: { password: 'new-key-2' } };
		expect(withoutSecretWords('new-key-2 new-key pa$$word', answer, ['pa$$word'])).toBe(
			'*** *** ***',
		);
		expect(withoutSecretWords('Code 12 is a code', { apiKey: '12' }, ['a'])).toBe(
			'Code 12 is a code',
		);
	});

	test('a row loses its secrets', () => {
		expect(withoutSecrets({ Login: 'x', ApiKey: 'k', PASSWORD: 'p', passcode: 'c' })).toEqual({
			Login: 'x',
		});
	});
});
