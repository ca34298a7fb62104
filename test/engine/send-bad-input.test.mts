import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { people, sending } from '../../harness/sms.mts';

type SmsParameters = Parameters<typeof sending>[0];

const GOOD = { to: '={{ $json.phone }}', message: 'Hello' };

/** What the user typed, and the parameter that the error names. */
const BAD: ReadonlyArray<readonly [what: string, parameters: SmsParameters, names: string]> = [
	['an empty number list', { to: '={{ "" }}' }, 'To'],
	['a number list of signs only', { to: ' , ;\n' }, 'To'],
	['a number that an expression does not give', { to: '={{ $json.nothing }}' }, 'To'],
	['an empty array', { to: '={{ [] }}' }, 'To'],
	['a text of zero length', { message: '={{ "" }}' }, 'Message'],
	['a text of spaces', { message: ' \n ' }, 'Message'],
	['a text that an expression does not give', { message: '={{ $json.nothing }}' }, 'Message'],
	['an object as text', { message: '=Hi {{ ({ a: 1 }) }}' }, 'Message'],
	['a marker without a value', { message: 'Hi #param_1#' }, 'Message'],
	[
		'a value without a marker',
		{ dynamicParameters: { parameters: [{ value: 'x' }] } },
		'Marker Values',
	],
	['12 characters of sender', { sender: 'Twelve chars' }, 'Sender (TPOA)'],
	['a number as sender', { sender: '0612345678' }, 'Sender (TPOA)'],
	['a date that is none', { sendAt: 'tomorrow' }, 'Send At'],
	['a date that does not exist', { sendAt: '2099-02-30 10:00' }, 'Send At'],
	['a date in the past', { sendAt: '2020-01-01 10:00' }, 'Send At'],
	['a batch size of 0', { options: { batchSize: 0 } }, 'Request Size'],
	['a batch size of 2,001', { options: { batchSize: 2001 } }, 'Request Size'],
	['half a batch', { options: { batchSize: 1.5 } }, 'Request Size'],
	['a batch size that is no number', { options: { batchSize: '={{ "many" }}' } }, 'Request Size'],
	['a concurrency of 11', { options: { concurrency: 11 } }, 'Requests at Once'],
	['a time limit of 0', { options: { timeout: 0 } }, 'Request Timeout'],
	['broken JSON', { options: { extraFields: '{"TAG":' } }, 'Request Fields'],
	['a list as extra fields', { options: { extraFields: '[1]' } }, 'Request Fields'],
	['a country that is none', { options: { defaultCountry: 'France' } }, 'Default Country'],
	['a zone that is none', { options: { providerTimezone: 'Paris' } }, 'Timezone of AllMySMS'],
	['a switch with another word', { options: { flash: '={{ "maybe" }}' } }, 'Flash SMS'],
	['a format that is none', { options: { payloadFormat: '={{ "yaml" }}' } }, 'Request Format'],
	['an expression with a syntax error', { message: '=Hi {{ $json. }}' }, 'Message'],
];

describeOnEachLine('bad input', (world) => {
	test.each(BAD)('%s: one clear error before anything is sent', async (_, parameters, name) => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(sending({ ...GOOD, ...parameters }), { items: people(2) });
		expect(run.status).toBe('error');
		expect(run.error?.name).toBe('NodeOperationError');
		expect(run.error?.message).toContain(`'${name}'`);
		expect(run.error?.message).toContain('[item 0]');
		expect(run.error?.message).not.toMatch(/undefined|\bNaN\b|\[object/);
		expect(run.error?.description).toMatch(/^[A-Z].*Nothing was sent\.$/s);
		expect(run.error?.context?.itemIndex).toBe(0);
		expect(await sandbox.requests()).toEqual([]);
	});

	test.each([{ to: '' }, { message: '' }])(
		'%j left empty: n8n itself says that it is required, and starts nothing',
		async (parameters) => {
			const { engine, sandbox } = world();
			await expect(engine.runAction(sending({ ...GOOD, ...parameters }))).rejects.toThrow(
				/has(?: issues:\n- Parameter "(?:To|Message)" is required| issues and cannot be executed)/,
			);
			expect(await sandbox.requests()).toEqual([]);
		},
	);

	test.each(['ftp://example.com', 'not an address', 'https://user:pass@example.com', 'http://'])(
		'the wrong base URL %s',
		async (baseUrl) => {
			const { engine, sandbox } = world();
			engine.credential = { ...sandbox.credential, baseUrl };
			const run = await engine.runAction(sending(GOOD), { items: people(2) });
			expect(run.error?.message).toContain("'Base URL'");
			expect(run.error?.description).toMatch(/https:\/\/api\.allmysms\.com/);
			expect(await sandbox.requests()).toEqual([]);
		},
	);

	test('a base URL where nobody listens', async () => {
		const { engine, sandbox } = world();
		engine.credential = { ...sandbox.credential, baseUrl: 'http://127.0.0.1:9' };
		const run = await engine.runAction(sending(GOOD), { items: people(1) });
		expect(run.error?.name).toBe('NodeApiError');
		expect(run.error?.message).toMatch(/^AllMySMS was not reached, .* was not sent \[item 0\]$/);
		expect(run.error?.description).toMatch(/Base URL/);
	}, 20_000);
});
