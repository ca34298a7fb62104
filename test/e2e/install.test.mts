import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { fetch } from 'undici';

import { listExecutions, readExecution } from '../../local-n8n/client/executions.mts';
import { activate, createWorkflow, withCredential } from '../../local-n8n/client/workflows.mts';
import { waitForWebhook, webhookAddress } from '../../local-n8n/client/webhook-address.mts';
import { NO_WEBHOOKS } from '../../sandbox/pushes/webhooks.mts';
import { setN8nStage, type N8nStage } from './browser/n8n-stage.mts';
import { until } from './browser/until.mts';
import { packTarball, type Tarball } from './install/installed-pack.mts';
import { HEARD, sendAndHearWorkflow } from './install/send-and-hear-workflow.mts';

jest.setTimeout(240_000);

let tarball: Tarball;

beforeAll(async () => {
	tarball = await packTarball();
});
afterAll(async () => await tarball.remove());

describe.each(['2', '1'] as const)('the packed package, installed into n8n %s.x', (line) => {
	let stage: N8nStage;

	beforeAll(async () => {
		const install = async (home: string) => await tarball.installInto(home);
		stage = await setN8nStage({ line, packFolder: null }, install);
	});
	afterAll(async () => await stage.close());

	test('sends, and starts a workflow for the receipt', async () => {
		const { session, credential, sandbox, url } = stage;
		const workflow = withCredential(sendAndHearWorkflow('installed'), credential);
		const stored = await createWorkflow(session, workflow);
		await activate(session, stored.id);
		const trigger = webhookAddress(url, stored);
		await waitForWebhook(trigger);
		await sandbox.setWebhooks({ ...NO_WEBHOOKS, deliveryReportUrl: trigger });

		const sent = await until('n8n to take the call', async () => {
			const answer = await fetch(`${url}/webhook/installed`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ to: '06 12 34 56 78', name: 'Anna' }),
			});
			return answer.status === 404 ? null : await answer.json();
		});
		expect(sent).toMatchObject({ to: '+33612345678', status: 'sent', segments: 1 });
		expect((await sandbox.messages()).map(({ text }) => text)).toEqual(['Hello Anna']);

		const heard = await until('the last receipt', async () => {
			const { results } = await listExecutions(session, { workflowId: stored.id });
			const executions = await Promise.all(
				results.map(async ({ id }) => await readExecution(session, id)),
			);
			const items = executions.flatMap(({ runs }) => runs[HEARD]?.[0]?.outputs[0] ?? []);
			return items.find(({ json }) => json.final === true)?.json ?? null;
		});
		expect(heard).toMatchObject({
			event: 'deliveryReport',
			phoneNumber: '+33612345678',
			status: 'delivered',
		});
	});
});
