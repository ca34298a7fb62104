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
			expect(readOptions(options, 'voice message')).toEqual({
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

describe('fields that the user adds', () => {
	const fieldsOf = (extraFields: unknown, api = 'v9') => {
		const reading = readOptions({ extraFields, api });
		if (reading.ok) return reading.value.extraFields;
		return `${reading.problem.what}. ${reading.problem.remedy}`;
	};

	test.each([undefined, null, '', ' \n', '{}', {}])('%j are none', (raw) => {
		expect(fieldsOf(raw)).toEqual({});
	});

	test.each(['null', '1', 1, [], '{"TAG":'])('%j is refused', (raw) => {
		expect(fieldsOf(raw)).toMatch(/is not (?:valid JSON|a JSON object)\. Enter a JSON object/);
	});

	test('a tag of the HTTP API may be written in small letters', () => {
		const fields = { date: '2026-05-01 10:00:00', flash: 1 };
		expect(fieldsOf(fields)).toEqual(fields);
	});

	test.each([' Simulate ', 'SMS\n'])(
		'blanks around the name %j hide no field of the node',
		(name) => {
			expect(fieldsOf({ [name]: 1 })).toContain('which the node fills itself. Remove it');
		},
	);

	test.each([
		['v9', ' from', 'Write TPOA instead'],
		['v9', 'to', 'Remove it'],
		['rest', 'TPOA ', 'Write from instead'],
		['rest', 'TRACKING', 'Remove it'],
	])('%s: %j belongs to the other API, and what to do is told', (api, name, remedy) => {
		expect(fieldsOf({ [name]: 1 }, api)).toContain(`would send without it. ${remedy}`);
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
