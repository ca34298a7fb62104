import { expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import { actionWorkflow } from '../../../harness/workflow.mts';

describeOnEachLine('the contact lists to choose from', (world) => {
	/** What the editor asks when somebody opens "From List" and types into its search. */
	const search = async (filter?: string, parameters: INodeParameters = {}) => {
		const { engine } = world();
		const current = { resource: 'contact', operation: 'create', ...parameters };
		const workflow = engine.open(actionWorkflow(current));
		const node = workflow.getNode('AllMySMS');
		const type = node && workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
		const method = type?.methods?.listSearch?.searchContactLists;
		if (!node || !method) throw new Error('The node offers no search');
		const additionalData = engine.additionalData('');
		additionalData.currentNodeParameters = current;
		const context = new engine.core.LoadOptionsContext(workflow, node, additionalData, 'listName');
		return await method.call(context, filter);
	};

	const createLists = async (names: string[], options: INodeParameters = {}) => {
		const run = await world().engine.runAction(
			{
				resource: 'contactList',
				operation: 'create',
				listName: '={{ $json.name }}',
				fields: { field: [{ name: 'FIRSTNAME' }] },
				options,
			},
			{ items: names.map((name) => ({ name })) },
		);
		expect(run.error).toBeNull();
	};

	test('are those of the account, in alphabetical order', async () => {
		await createLists(['Zoo', 'Élèves', 'Arts']);
		const names = ['Arts', 'Élèves', 'Zoo'];
		expect(await search()).toEqual({ results: names.map((name) => ({ name, value: name })) });
	});

	test('are found without accents and capitals', async () => {
		await createLists(['Zoo', 'Élèves', 'Arts']);
		expect(await search('ELE')).toEqual({ results: [{ name: 'Élèves', value: 'Élèves' }] });
		expect(await search('none')).toEqual({ results: [] });
	});

	test('are those of the sub-account that the options name', async () => {
		const created = await world().engine.runAction({
			resource: 'subAccount',
			operation: 'create',
			subAccount: 'shop-lyon',
			firstName: 'Anna',
			lastName: 'Martin',
			email: 'anna@example.com',
			password: 'secret-1',
		});
		expect(created.error).toBeNull();
		const options = { subAccount: 'shop-lyon' };
		await createLists(['Arts']);
		await createLists(['Lyon'], options);
		expect(await search('', { options })).toEqual({ results: [{ name: 'Lyon', value: 'Lyon' }] });
	});

	test('say what is wrong where they cannot be read', async () => {
		const { engine, sandbox } = world();
		engine.credential = { ...sandbox.credential, apiKey: 'wrong' };
		await expect(search()).rejects.toMatchObject({
			message: expect.stringMatching(/^The contact lists could not be read: .*login.*API key/),
			description: expect.stringContaining('credential'),
		});
	});
});
