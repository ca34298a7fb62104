import type { INode, INodeParameters } from 'n8n-workflow';

import type { CredentialValues } from '../../harness/credentials.mts';
import { PACK } from '../../harness/node-types.mts';
import {
	endNode,
	node,
	startNode,
	workflowOf,
	type NodeSettings,
	type WorkflowJson,
} from '../../harness/workflow.mts';
import { tasks, type TaskName } from './tasks.mts';

/** In what form SMS leave: `v9` as JSON or XML, or REST. */
export type Format = 'json' | 'xml' | 'rest';

/** Whoever is measured in n8n's engine. */
export interface Contender {
	readonly title: string;
	/** False: it only handles the items. */
	readonly sends: boolean;
	/** From "Start" to "Done"; what lies between the two is measured. */
	readonly workflow: (task: TaskName, format: Format, origin: string) => WorkflowJson;
	readonly credential: (origin: string) => CredentialValues;
}

const ACCOUNT = (baseUrl: string): CredentialValues => ({
	login: 'bench',
	apiKey: 'bench-key',
	baseUrl,
});
const TO = '={{ $json.phone }}';

const measured = (type: string, typeVersion: number, parameters: INodeParameters): INode =>
	node('Measured', type, parameters, { typeVersion });

const between = (...nodes: INode[]): WorkflowJson => {
	const all = [startNode(), ...nodes, endNode('Done')];
	const wires = all.slice(1).map(({ name }, index) => [all[index]?.name ?? '', [name]] as const);
	return workflowOf(all, wires);
};

const FORMATS: Readonly<Record<Format, INodeParameters>> = {
	json: {},
	xml: { payloadFormat: 'xml' },
	rest: { api: 'rest' },
};

/** The text of a task as it stands inside other code. */
const asCode = (message: string): string => {
	const inner = message.replace(/^=/, '').replaceAll('{{', '" + (').replaceAll('}}', ') + "');
	return `"${inner}"`;
};

function httpNode(task: TaskName, origin: string, settings: NodeSettings): INode {
	const data = `{ DATA: { MESSAGE: ${asCode(tasks[task].message)}, SMS: [{ MOBILEPHONE: $json.phone }] } }`;
	const parameters = {
		method: 'POST',
		url: `${origin}/http/9.0/sendSms/`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'allMySmsApi',
		sendBody: true,
		contentType: 'form-urlencoded',
		bodyParameters: {
			parameters: [{ name: 'smsData', value: `={{ JSON.stringify(${data}) }}` }],
		},
		options: {},
	};
	return {
		...measured('n8n-nodes-base.httpRequest', 4.2, parameters),
		...settings,
		credentials: { allMySmsApi: { id: '1', name: 'AllMySMS account' } },
	};
}

/** All that run in n8n's engine, by the name on the command line. */
export const contenders = {
	allMySms: {
		title: 'AllMySMS',
		sends: true,
		workflow: (task, format) =>
			between(
				measured(`${PACK}.allMySms`, 1, {
					resource: 'sms',
					operation: 'send',
					to: TO,
					message: tasks[task].message,
					options: FORMATS[format],
				}),
			),
		credential: ACCOUNT,
	},
	editFields: {
		title: 'Edit Fields (nothing sent)',
		sends: false,
		workflow: (task) =>
			between(
				measured('n8n-nodes-base.set', 3.4, {
					mode: 'manual',
					assignments: {
						assignments: [
							{ id: '1', name: 'to', type: 'string', value: TO },
							{ id: '2', name: 'message', type: 'string', value: tasks[task].message },
						],
					},
					options: {},
				}),
			),
		credential: ACCOUNT,
	},
	httpRequest: {
		title: 'HTTP Request, all at once',
		sends: true,
		// Where connections run out it is to go on without them.
		workflow: (task, _, origin) =>
			between(httpNode(task, origin, { onError: 'continueRegularOutput' })),
		credential: ACCOUNT,
	},
	httpRequestLoop: {
		title: 'HTTP Request, one by one',
		sends: true,
		workflow: (task, _, origin) =>
			workflowOf(
				[
					startNode(),
					node('Loop', 'n8n-nodes-base.splitInBatches', { options: {} }, { typeVersion: 3 }),
					httpNode(task, origin, {}),
					endNode('Done'),
				],
				[
					['Start', ['Loop']],
					['Loop', ['Done'], ['Measured']],
					['Measured', ['Loop']],
				],
			),
		credential: ACCOUNT,
	},
	twilio: {
		title: 'Twilio, one by one',
		sends: true,
		workflow: (task) =>
			between({
				...measured('n8n-nodes-base.twilio', 1, {
					resource: 'sms',
					operation: 'send',
					from: '+33644600000',
					to: TO,
					message: tasks[task].message,
					options: {},
				}),
				credentials: { twilioApi: { id: '1', name: 'Twilio account' } },
			}),
		credential: () => ({
			authType: 'authToken',
			accountSid: `AC${'0'.repeat(32)}`,
			authToken: 'bench-token',
		}),
	},
	nothing: {
		title: 'No node (items passed on)',
		sends: false,
		workflow: () => between(node('Measured', 'test.passOn')),
		credential: ACCOUNT,
	},
} as const satisfies Record<string, Contender>;

/** In n8n's engine, or `undici`: a bare program that posts payloads which were made before. */
export type ContenderName = keyof typeof contenders | 'undici';

/** How people read the name of a contender. */
export const titleOf = (name: ContenderName): string =>
	name === 'undici' ? 'Bare undici program' : contenders[name].title;
