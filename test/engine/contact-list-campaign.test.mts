import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { projectRoot } from '../../harness/lines.mts';
import { describeOnEachLine } from '../../harness/on-each-line.mts';

const example = JSON.parse(
	readFileSync(path.join(projectRoot, 'examples/contact-list-campaign.json'), 'utf8'),
) as { nodes: Array<{ name: string; parameters: INodeParameters }> };

const parametersOf = (name: string): INodeParameters =>
	example.nodes.find((node) => node.name === name)?.parameters ?? {};

describeOnEachLine('the example of a contact list', (world) => {
	test('texts each contact with the fields of the list', async () => {
		const { engine, sandbox } = world();
		await engine.runAction({
			resource: 'contactList',
			operation: 'create',
			listName: 'Customers',
			fields: { field: [{ name: 'FIRSTNAME' }, { name: 'CITY' }] },
		});
		await engine.runAction({
			resource: 'contact',
			operation: 'create',
			listName: 'Customers',
			phoneNumber: '0612000001',
			fields: {
				field: [
					{ name: 'FIRSTNAME', value: 'Anna' },
					{ name: 'CITY', value: 'Lyon' },
				],
			},
		});
		const contacts = await engine.runAction(parametersOf('Contacts of the List'));
		const items = contacts.itemsOf('AllMySMS').map(({ json }) => json);
		const run = await engine.runAction(parametersOf('Text Each Contact'), {
			// As n8n hands them from node to node: what JSON can carry.
			items: JSON.parse(JSON.stringify(items)) as IDataObject[],
		});
		expect(run.error).toBeNull();
		expect((await sandbox.messages()).map(({ text }) => text)).toEqual([
			'Hello Anna, our sale begins on Friday in Lyon. STOP au 36180',
		]);
	});
});
