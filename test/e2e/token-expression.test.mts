import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { request } from 'undici';

import { saveCredential } from '../../local-n8n/client/credentials.mts';
import { waitForWebhook, webhookAddress } from '../../local-n8n/client/webhook-address.mts';
import {
	activate,
	createWorkflow,
	withCredential,
	type Workflow,
} from '../../local-n8n/client/workflows.mts';
import { setN8nStage, type N8nStage } from './browser/n8n-stage.mts';

jest.setTimeout(180_000);

const triggerWorkflow = (): Workflow => ({
	name: `Token ${randomUUID()}`,
	nodes: [
		{
			id: randomUUID(),
			name: 'AllMySMS Trigger',
			type: 'n8n-nodes-allmysms.allMySmsTrigger',
			typeVersion: 2,
			position: [0, 0],
			webhookId: randomUUID(),
			parameters: {},
		},
	],
	connections: {},
	settings: {},
});

describe.each(['1', '2'] as const)('a token by expression in n8n %s', (line) => {
	let stage: N8nStage | undefined;
	beforeAll(async () => {
		stage = await setN8nStage({ line });
	});
	afterAll(async () => await stage?.close());

	/** What calls with these ends of the address get. */
	const statusesOf = async (webhookToken: string, queries: readonly string[]) => {
		if (!stage) throw new Error('n8n is ready only inside tests');
		const { session, sandboxOrigin, url } = stage;
		const credential = await saveCredential(session, {
			name: `Token ${randomUUID()}`,
			type: 'allMySmsApi',
			data: { login: 'sandbox', apiKey: 'sandbox-key', baseUrl: sandboxOrigin, webhookToken },
		});
		const workflow = withCredential(triggerWorkflow(), credential);
		const stored = await createWorkflow(session, workflow);
		await activate(session, stored.id);
		const address = webhookAddress(url, workflow);
		await waitForWebhook(address);
		const statuses: number[] = [];
		for (const query of queries) {
			const { statusCode, body } = await request(`${address}${query}`, { method: 'HEAD' });
			await body.dump();
			statuses.push(statusCode);
		}
		return statuses;
	};

	test('a number is asked for like any other token', async () => {
		const calls = ['', '?token=12345', '?token=123456'];
		expect(await statusesOf('={{ 123456 }}', calls)).toEqual([401, 401, 200]);
	});

	test('one that gives nothing lets nobody call', async () => {
		const calls = ['', '?token=', '?token=undefined'];
		expect(await statusesOf('={{ $vars.noSuchToken }}', calls)).toEqual([500, 500, 500]);
	});
});
