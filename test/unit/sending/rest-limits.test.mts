import { describe, expect, test } from '@jest/globals';

import { readSmsOptions } from '../../../nodes/shared/sending/sms-options.ts';

const dropped: ReadonlyArray<readonly [options: Record<string, unknown>, name: string]> = [
	[{ emailNotification: true }, 'Email Notification'],
	[{ flash: 'true' }, 'Flash'],
	[{ masterAccount: 'boss' }, 'Master Account'],
	[{ payloadFormat: 'xml' }, 'Payload Format'],
	[{ trackLinks: true }, 'Track Links'],
];

describe('what REST would drop', () => {
	test.each(dropped)('%j is refused with the ways out', (options, name) => {
		expect(readSmsOptions({ ...options, api: 'rest' })).toEqual({
			ok: false,
			refusal: {
				parameter: name,
				reason: 'is set, but the REST API has no field for it and would send without it',
				remedy: expect.stringMatching(new RegExp(`^Choose 'HTTP API v9.0'.* '${name}'.*\\.$`)),
			},
		});
	});

	test.each(dropped)(
		'%j is refused for a voice message, which has no other way',
		(options, name) => {
			expect(readSmsOptions({ ...options, api: 'rest' }, 'voice message')).toEqual({
				ok: false,
				refusal: {
					parameter: name,
					reason: 'is set, but voice messages have nothing like it',
					remedy: expect.stringMatching(new RegExp(`^(?:Remove|Set) '${name}'.*\\.$`)),
				},
			});
		},
	);

	test.each(dropped)('%j is fine for the HTTP API', (options) => {
		expect(readSmsOptions({ ...options, api: 'v9' }).ok).toBe(true);
	});

	test('what is off, empty or JSON is no reason to refuse', () => {
		const off = { emailNotification: false, flash: 'false', masterAccount: ' ', trackLinks: '' };
		expect(readSmsOptions({ ...off, payloadFormat: 'json', api: 'rest' }).ok).toBe(true);
	});
});
