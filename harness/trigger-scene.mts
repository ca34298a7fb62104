import { randomUUID } from 'node:crypto';

import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { fetch, type RequestInit } from 'undici';

import type { Engine } from './engine.mts';
import { PACK } from './node-types.mts';
import { openWebhooks, type WebhookServer, type WebhookServerOptions } from './webhook-server.mts';
import { endNode, node, workflowOf } from './workflow.mts';

/** What a caller got. */
export interface Answer {
	readonly status: number;
	readonly type: string | null;
	readonly body: string;
}

/** An active workflow "AllMySMS Trigger → Done" that can be called. */
export interface TriggerScene extends WebhookServer {
	readonly call: (query: string, init?: RequestInit) => Promise<Answer>;
	/** Sends one event as a form, the way that is likeliest. */
	readonly push: (fields: Readonly<Record<string, string>>) => Promise<Answer>;
	/** The items of all executions so far, one list for each. */
	readonly items: () => Promise<Array<Array<Record<string, unknown>>>>;
}

export interface SceneOptions extends WebhookServerOptions {
	/** Values below "Options". */
	readonly options?: INodeParameters;
	readonly events?: string[];
	/** Ids of its own where there are none: n8n keeps those of nodes when it copies a workflow. */
	readonly workflowId?: string;
	readonly nodeId?: string;
	/** The credential that is chosen in the node. */
	readonly credentialId?: string;
	/** Without a credential in the node. */
	readonly bare?: boolean;
	/** What an earlier n8n process stored for the workflow. */
	readonly staticData?: IDataObject;
}

/** Activates a workflow with the trigger. */
export async function openTrigger(
	engine: Engine,
	{
		options,
		events,
		workflowId = randomUUID(),
		nodeId = randomUUID(),
		credentialId,
		bare,
		staticData,
		...server
	}: SceneOptions = {},
): Promise<TriggerScene> {
	const parameters: INodeParameters = {
		...(events ? { events } : {}),
		...(options ? { options } : {}),
	};
	const settings = { typeVersion: 2, webhookId: randomUUID() };
	const trigger = {
		...node('AllMySMS Trigger', `${PACK}.allMySmsTrigger`, parameters, settings),
		id: nodeId,
	};
	if (bare) delete trigger.credentials;
	else if (credentialId !== undefined) {
		trigger.credentials = { allMySmsApi: { id: credentialId, name: 'AllMySMS account' } };
	}
	const workflow = workflowOf([trigger, endNode('Done')], [['AllMySMS Trigger', ['Done']]]);
	const webhooks = await openWebhooks(engine, { ...workflow, id: workflowId, staticData }, server);

	const call = async (query: string, init: RequestInit = {}): Promise<Answer> => {
		const response = await fetch(`${webhooks.url}${query}`, init);
		const { status, headers } = response;
		return { status, type: headers.get('content-type'), body: await response.text() };
	};
	return {
		...webhooks,
		get started() {
			return webhooks.started;
		},
		get staticData() {
			return webhooks.staticData;
		},
		call,
		push: async (fields) =>
			await call('', { method: 'POST', body: new URLSearchParams({ ...fields }) }),
		items: async () =>
			(await webhooks.executions()).map((run) => run.itemsOf('Done').map(({ json }) => json)),
	};
}

/** What AllMySMS gets when all is well. */
export const OK: Answer = { status: 200, type: 'text/plain; charset=utf-8', body: 'OK' };

let counter = 0;

/** A receipt with an id of its own. */
export const receipt = (changes: Readonly<Record<string, string>> = {}) => ({
	smsId: `sms-${++counter}`,
	campaignId: 'ap_28423',
	phoneNumber: '33612345678',
	status: '1',
	statusText: 'Delivered',
	receptionDate: '2026-05-01 10:00:00',
	...changes,
});

/** A reply with an id of its own. */
export const reply = (changes: Readonly<Record<string, string>> = {}) => ({
	smsId: `sms-${++counter}`,
	smsMoId: `mo-${counter}`,
	campaignId: 'ap_28423',
	phoneNumber: '33612345678',
	message: 'Oui, à demain',
	receptionDate: '2026-05-01 10:05:00',
	...changes,
});
