import { expect } from '@jest/globals';

import { waitForWebhook, webhookAddress } from '../../../local-n8n/client/webhook-address.mts';
import {
	activate,
	createWorkflow,
	runManually,
	withCredential,
} from '../../../local-n8n/client/workflows.mts';
import type { SandboxClient } from '../../../sandbox/client.mts';
import { bothNodes } from '../editor/workflows.mts';
import { executionWith } from '../story/execution-with.mts';
import type { StartedN8n } from './install-stage.mts';

/** Sends one SMS, whose text is an expression, and receives its receipt through the trigger. */
export const expectRoundTrip = async (sandbox: SandboxClient, n8n: StartedN8n): Promise<void> => {
	const { session, url } = n8n;
	const both = bothNodes(
		'Round trip',
		{
			resource: 'sms',
			operation: 'send',
			to: '+33612345678',
			message: "={{ 'Hello ' + (1 + 1) }}",
		},
		{ events: ['deliveryReport'] },
	);
	const workflow = await createWorkflow(session, withCredential(both, await n8n.credential()));
	await activate(session, workflow.id);
	const deliveryReportUrl = webhookAddress(url, workflow);
	await waitForWebhook(deliveryReportUrl);
	await sandbox.setWebhooks({ deliveryReportUrl, replyUrl: '' });

	await runManually(session, workflow.id, 'Start');
	// n8n 1.x stores that an execution has ended before what its nodes gave.
	const { item: row } = await executionWith(session, workflow.id, 'AllMySMS');
	expect(row).toMatchObject({ to: '+33612345678', status: 'sent' });
	expect(await sandbox.messages()).toMatchObject([{ text: 'Hello 2' }]);

	const receipt = await executionWith(session, workflow.id, 'AllMySMS Trigger');
	expect(receipt.item).toMatchObject({ event: 'deliveryReport', smsId: row.smsId });
};
