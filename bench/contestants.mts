import path from 'node:path';

import type { INode, INodeParameters } from 'n8n-workflow';

import { projectRoot, type Line } from '../harness/lines.mts';

const n8n = path.join(projectRoot, '.cache', 'n8n', '2');

/** The engine and the nodes of a whole n8n, as `node setup/main.mjs n8n` installs it. */
export const benchLine: Line = {
	version: 'of the installed n8n 2',
	root: n8n,
	packs: path.join(n8n, 'packs', 'node_modules'),
	nodesBase: path.join(n8n, 'node_modules', 'n8n-nodes-base'),
};

/** A node that is measured. */
export interface Contestant {
	readonly label: string;
	/** What it has to do with 10,000 items. */
	readonly task: string;
	readonly node: (origin: string) => INode;
}

const node = (type: string, typeVersion: number, parameters: INodeParameters): INode => ({
	id: 'measured',
	name: 'Measured',
	type,
	typeVersion,
	position: [0, 0],
	parameters,
	credentials: { allMySmsApi: { id: '1', name: 'AllMySMS account' } },
});

const TO = '={{ $json.phone }}';
const MESSAGE = '=Hello {{ $json.name }}, we see each other on {{ $json.date }}.';

const allMySms: Contestant = {
	label: 'AllMySMS',
	task: 'one SMS per item',
	node: () =>
		node('n8n-nodes-allmysms.allMySms', 1, {
			resource: 'sms',
			operation: 'send',
			to: TO,
			message: MESSAGE,
		}),
};

const editFields: Contestant = {
	label: 'Edit Fields',
	task: 'the same three expressions, nothing sent',
	node: () =>
		node('n8n-nodes-base.set', 3.4, {
			mode: 'manual',
			assignments: {
				assignments: [
					{ id: '1', name: 'to', type: 'string', value: TO },
					{ id: '2', name: 'first', type: 'string', value: '={{ $json.name }}' },
					{ id: '3', name: 'second', type: 'string', value: '={{ $json.date }}' },
				],
			},
			options: {},
		}),
};

const httpRequest: Contestant = {
	label: 'HTTP Request',
	task: 'one request per item',
	node: (origin) => ({
		// On a busy machine some of its connections run out of time; it is to go on without them.
		onError: 'continueRegularOutput',
		...node('n8n-nodes-base.httpRequest', 4.2, {
			method: 'POST',
			url: `${origin}/http/9.0/sendSms/`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'allMySmsApi',
			sendBody: true,
			contentType: 'form-urlencoded',
			bodyParameters: {
				parameters: [
					{
						name: 'smsData',
						value:
							'={{ JSON.stringify({ DATA: { MESSAGE: "Hello " + $json.name + ", we see each other on " + $json.date + ".", SMS: [{ MOBILEPHONE: $json.phone }] } }) }}',
					},
				],
			},
			options: {},
		}),
	}),
};

/** All that run, by the name on the command line. */
export const contestants = { allMySms, editFields, httpRequest } as const satisfies Record<
	string,
	Contestant
>;
