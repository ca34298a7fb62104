import { describe, expect, test } from '@jest/globals';

import { sendingOptions } from '../../../nodes/AllMySms/resources/sending-options.ts';
import { readOptions } from '../../../nodes/shared/sending/options.ts';

const dropped: ReadonlyArray<readonly [options: Record<string, unknown>, name: string]> = [
	[{ emailNotification: true }, 'Email Notification'],
	[{ flash: 'true' }, 'Flash SMS'],
	[{ masterAccount: 'boss' }, 'Master Account'],
	[{ payloadFormat: 'xml' }, 'Request Format'],
	[{ trackLinks: true }, 'Track Links'],
];

describe('what REST would drop', () => {
	test.each(dropped)('%j is refused with the ways out', (options, name) => {
		expect(readOptions({ ...options, api: 'rest' })).toEqual({
			ok: false,
			problem: {
				what: `'${name}' is set, but the REST API has no field for it and would send without it`,
				remedy: expect.stringMatching(new RegExp(`^Choose 'HTTP API v9.0'.* '${name}'.*\\.$`)),
			},
		});
	});

	test.each(dropped)(
		'%j is refused for a voice message, which has no other way',
		(options, name) => {
			expect(readOptions({ ...options, api: 'rest' }, 'voice message')).toEqual({
				ok: false,
				problem: {
					what: `'${name}' is set, but voice messages have nothing like it`,
					remedy: expect.stringMatching(new RegExp(`^(?:Remove|Set) '${name}'.*\\.$`)),
				},
			});
		},
	);

	test.each(dropped)('%j is fine for the HTTP API', (options) => {
		expect(readOptions({ ...options, api: 'v9' }).ok).toBe(true);
	});

	test('what is off, empty or JSON is no reason to refuse', () => {
		const off = { emailNotification: false, flash: 'false', masterAccount: ' ', trackLinks: '' };
		expect(readOptions({ ...off, payloadFormat: 'json', api: 'rest' }).ok).toBe(true);
	});
});

describe('what the editor offers and what is read are one', () => {
	test.each(sendingOptions.map(({ name, displayName }) => [name, displayName]))(
		'%s is read, and called %s when it cannot be used',
		(name, displayName) => {
			const reading = readOptions({ [name]: [['no option is a list of lists']] });
			expect(reading).toMatchObject({
				ok: false,
				problem: { what: expect.stringMatching(new RegExp(`^'${displayName}' `)) },
			});
		},
	);

	test('nothing is read that the editor does not offer', () => {
		const reading = readOptions({});
		const { request, rules, ...values } = reading.ok
			? reading.value
			: { request: null, rules: null };
		const offered = sendingOptions.map(({ name }) => name);
		expect(request).not.toBeNull();
		expect(rules).not.toBeNull();
		expect(Object.keys(values).filter((name) => !offered.includes(name as never))).toEqual([]);
	});
});
