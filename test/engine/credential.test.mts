import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, test } from '@jest/globals';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { describeOnEachLine, type World } from '../../harness/on-each-line.mts';
import { asStored } from '../../harness/native.mts';
import { PACK } from '../../harness/node-types.mts';
import { actionWorkflow } from '../../harness/workflow.mts';

/** Tests a credential as n8n does when its window is closed, and tells what was asked for. */
async function tested(
	{ engine }: World,
	data: Readonly<Record<string, string | number | undefined>>,
) {
	const { nodeTypes } = engine.open(actionWorkflow({}));
	const { methods } = nodeTypes.getByNameAndVersion(`${PACK}.allMySms`);
	const test = methods?.credentialTest?.allMySmsApiTest;
	if (!test) throw new Error('The node has no test of its credential');
	const context = new engine.core.CredentialTestContext();
	const asked: unknown[] = [];
	const { request } = context.helpers;
	context.helpers.request = async (options: string | object): Promise<unknown> => {
		asked.push(options);
		return (await request(options)) as unknown;
	};
	const given = asStored(data) as ICredentialDataDecryptedObject;
	const credential = { id: '1', name: 'Mine', type: 'allMySmsApi', data: given };
	return { ...(await test.call(context, credential)), asked };
}

/** Runs something beside a server that answers everything alike. */
async function besideServer<T>(
	answer: RequestListener,
	run: (origin: string) => Promise<T>,
): Promise<T> {
	const server = createServer(answer).listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	try {
		return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	} finally {
		server.closeAllConnections();
		server.close();
	}
}

describeOnEachLine('the test of a credential', (world) => {
	test('is passed by the login and key of an account, blanks around them aside', async () => {
		const { login, apiKey, baseUrl } = world().sandbox.credential;
		for (const given of [
			{ login, apiKey, baseUrl },
			{ login: ` ${login}\n`, apiKey: `\t${apiKey} `, baseUrl: ` ${baseUrl}/ ` },
		]) {
			expect(await tested(world(), given)).toMatchObject({
				status: 'OK',
				message: 'Connection successful',
			});
		}
	});

	test('asks once, for fifteen seconds at most, and follows no redirect with the key', async () => {
		const { asked } = await tested(world(), world().sandbox.credential);
		expect(asked).toEqual([
			expect.objectContaining({
				timeout: 15_000,
				followRedirect: false,
				followAllRedirects: false,
			}),
		]);
	});

	test.each([
		[{ login: ' ' }, 'The login is empty.'],
		[{ apiKey: '' }, 'The API key is empty.'],
		[{ apiKey: undefined }, 'The API key is empty.'],
		[{ baseUrl: 'allmysms' }, 'The Base URL is not a web address.'],
		[{ apiKey: 'another' }, 'AllMySMS does not know this login with this API key.'],
		[{ login: 'somebody' }, 'AllMySMS does not know this login with this API key.'],
		[{ login: 123456 }, 'AllMySMS does not know this login with this API key.'],
		[{ baseUrl: 'http://127.0.0.1:9' }, 'AllMySMS was not reached at http://127.0.0.1:9: '],
	])('%j is told', async (change, message) => {
		const result = await tested(world(), { ...world().sandbox.credential, ...change });
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(message),
		});
	});

	test.each([
		[401, '{}', 'does not know this login'],
		[403, 'no', 'does not know this login'],
		[200, '{"status":"102"}', 'does not know this login'],
		[200, '<html></html>', 'was reached, but it does not answer as AllMySMS does (HTTP 200)'],
		[302, '{"credits":"1"}', 'does not answer as AllMySMS does (HTTP 302)'],
		[300, '{"credits":"1"}', 'does not answer as AllMySMS does (HTTP 300)'],
		[500, '{"credits":"1"}', 'does not answer as AllMySMS does (HTTP 500)'],
		[200, '{"status":100,"statusText":" No "}', 'AllMySMS refused the test (100): No'],
		[200, '{"status":105}', 'AllMySMS refused the test (105): '],
		[200, '{"status":200}', 'it is not AllMySMS. Check the Base URL.'],
		[200, '{"hello":"world"}', 'it is not AllMySMS. Check the Base URL.'],
		[200, '["credits"]', 'it is not AllMySMS. Check the Base URL.'],
	])('HTTP %i with %s is no account', async (httpStatus, body, message) => {
		const result = await besideServer(
			(_, response) => {
				response.writeHead(httpStatus, { Location: 'http://127.0.0.1:9/' }).end(body);
			},
			async (baseUrl) => await tested(world(), { ...world().sandbox.credential, baseUrl }),
		);
		expect(result).toMatchObject({ status: 'Error', message: expect.stringContaining(message) });
		expect(result.asked).toHaveLength(1);
	});

	test.each([
		'{"credits":"0"}',
		'{"status":1,"credits":"5"}',
		'{"balance":1}',
		'{"status":"Active","email":"a@example.com"}',
	])('%s is an account', async (body) => {
		const { status } = await besideServer(
			(_, response) => response.end(body),
			async (baseUrl) => await tested(world(), { ...world().sandbox.credential, baseUrl }),
		);
		expect(status).toBe('OK');
	});
});
