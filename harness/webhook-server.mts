import type { AddressInfo } from 'node:net';

import express, { type Response } from 'express';
import type {
	IDataObject,
	INode,
	IWebhookData,
	IWebhookResponseData,
	Workflow,
} from 'n8n-workflow';

import type { Engine } from './engine.mts';
import type { EngineRun } from './engine-run.mts';
import { asStored } from './native.mts';
import {
	addBodyReader,
	parseRequestBody,
	RequestRefused,
	type N8nRequest,
} from './webhook-request.mts';
import type { WorkflowJson } from './workflow.mts';

/** An active workflow that waits for calls, on a real HTTP server that treats them as n8n does. */
export interface WebhookServer {
	/** Production address of the workflow's first trigger. */
	readonly url: string;
	/** The executions that were started, in order; waits until all of them have ended. */
	readonly executions: () => Promise<EngineRun[]>;
	/** How many executions were started so far. */
	readonly started: number;
	/** What n8n keeps for the nodes of the workflow; it loads and saves it with every call. */
	readonly staticData: IDataObject;
	/** What a node threw instead of answering; n8n would start a failed execution for it. */
	readonly crashes: readonly unknown[];
	readonly close: () => Promise<void>;
}

/** How n8n is set up. */
export interface WebhookServerOptions {
	/** `manual` while the editor listens for a call. */
	readonly mode?: 'webhook' | 'manual';
	/** Reverse proxies before n8n (N8N_PROXY_HOPS). */
	readonly proxyHops?: number;
	/** False lets pushes start no workflow, to measure what answering costs. */
	readonly execute?: boolean;
	/** Called before n8n starts an execution; throws where it cannot. */
	readonly beforeStart?: () => void;
}

function webhooksOf(engine: Engine, workflow: Workflow): IWebhookData[] {
	const evaluate = (node: INode, value: unknown, fallback: string) =>
		String(
			workflow.expression.getSimpleParameterValue(
				node,
				value as string,
				'internal',
				{},
				undefined,
				fallback,
			),
		);
	return Object.values(workflow.nodes).flatMap((node) => {
		const { description } = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		return (description.webhooks ?? []).flatMap((webhookDescription) =>
			evaluate(node, webhookDescription.httpMethod, 'GET')
				.split(',')
				.map((httpMethod) => ({
					httpMethod: httpMethod.trim() as IWebhookData['httpMethod'],
					node: node.name,
					path: engine.workflow.NodeHelpers.getNodeWebhookPath(
						workflow.id,
						node,
						evaluate(node, webhookDescription.path, ''),
						webhookDescription.isFullPath === true,
						false,
					),
					webhookDescription,
					workflowId: workflow.id,
					workflowExecuteAdditionalData: engine.additionalData('webhook'),
				})),
		);
	});
}

async function runWebhook(
	engine: Engine,
	workflow: Workflow,
	webhook: IWebhookData,
	request: N8nRequest,
	response: Response,
	mode: 'webhook' | 'manual',
): Promise<IWebhookResponseData> {
	const node = workflow.getNode(webhook.node);
	if (!node) throw new Error(`There is no node ${webhook.node}`);
	const type = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	if (!type.webhook) throw new Error('The node has no webhook');
	const additionalData = {
		...engine.additionalData('webhook'),
		httpRequest: request,
		httpResponse: response,
	};
	const context = new engine.core.WebhookContext(
		workflow,
		node,
		additionalData,
		mode,
		webhook,
		[],
		null,
	);
	return await type.webhook.call(context);
}

function answer(response: Response, data: unknown): void {
	if (typeof data === 'string') response.send(data);
	else response.json(data);
}

/** Opens the webhooks of a workflow. */
export async function openWebhooks(
	engine: Engine,
	json: WorkflowJson,
	{ mode = 'webhook', proxyHops = 0, execute = true, beforeStart }: WebhookServerOptions = {},
): Promise<WebhookServer> {
	const webhooks = webhooksOf(engine, engine.open(json));
	let stored = asStored(json.staticData ?? {});
	const running: Array<Promise<EngineRun>> = [];
	const crashes: unknown[] = [];
	let started = 0;

	const serve = async (request: N8nRequest, response: Response): Promise<void> => {
		addBodyReader(request, engine.parseIncomingMessage);
		const webhook = webhooks.find(
			({ httpMethod, path }) =>
				httpMethod === request.method && `/webhook/${path}` === decodeURI(request.path),
		);
		if (!webhook) {
			response.status(404).json({ code: 404, message: 'The requested webhook is not registered.' });
			return;
		}
		// Each call has a workflow of its own, whose changes are lost where n8n cannot start it.
		const workflow = engine.open({ ...json, staticData: stored });
		await parseRequestBody(request);
		let result: IWebhookResponseData;
		try {
			result = await runWebhook(engine, workflow, webhook, request, response, mode);
		} catch (error) {
			crashes.push(error);
			response.status(500).json({ message: 'Workflow could not be started!' });
			return;
		}
		const items = result.workflowData?.[0];
		if (items) {
			beforeStart?.();
			started++;
			if (execute) {
				const options = { mode: 'webhook', from: webhook.node } as const;
				running.push(engine.run(json, { ...options, items: items.map((item) => item.json) }));
			}
		}
		if (workflow.staticData.__dataChanged === true) stored = asStored(workflow.staticData);
		if (result.noWebhookResponse === true || response.headersSent) return;
		const unwanted = { message: items ? 'Workflow was started' : 'Webhook call received' };
		answer(response, result.webhookResponse ?? unwanted);
	};

	const app = express();
	app.disable('x-powered-by');
	app.set('query parser', 'extended');
	if (proxyHops > 0) app.set('trust proxy', proxyHops);
	app.use((request, response) => {
		serve(request as N8nRequest, response).catch((error: unknown) => {
			const status = error instanceof RequestRefused ? error.httpStatus : 500;
			if (status === 500) crashes.push(error);
			if (!response.headersSent) response.status(status).json({ message: String(error) });
		});
	});
	const server = app.listen(0, '127.0.0.1');
	await new Promise<void>((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;

	return {
		url: `http://127.0.0.1:${port}/webhook/${webhooks[0]?.path ?? ''}`,
		executions: async () => await Promise.all(running),
		get started() {
			return started;
		},
		get staticData() {
			return stored;
		},
		crashes,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
