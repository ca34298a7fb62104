import { expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { describeOnEachLine, type World } from '../../../harness/on-each-line.mts';
import { actionWorkflow } from '../../../harness/workflow.mts';
import { person } from './write-cases.mts';

/** What the editor asks when somebody opens "From List" and types into its search. */
async function searched(
	{ engine }: World,
	method: string,
	current: INodeParameters,
	filter: string | undefined,
) {
	const workflow = engine.open(actionWorkflow(current));
	const node = workflow.getNode('AllMySMS');
	const type = node && workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const search = type?.methods?.listSearch?.[method];
	if (!node || !search) throw new Error('The node offers no search');
	const additionalData = engine.additionalData('');
	additionalData.currentNodeParameters = current;
	const context = new engine.core.LoadOptionsContext(workflow, node, additionalData, method);
	return await search.call(context, filter);
}

const creating = (subAccount: string, company: string): INodeParameters => ({
	resource: 'subAccount',
	operation: 'create',
	subAccount,
	...person,
	company,
});

describeOnEachLine('the contact lists to choose from', (world) => {
	const search = async (filter?: string, parameters: INodeParameters = {}) =>
		await searched(
			world(),
			'searchContactLists',
			{ resource: 'contact', operation: 'create', ...parameters },
			filter,
		);

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
		const created = await world().engine.runAction(creating('shop-lyon', 'Shop'));
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

describeOnEachLine('the sub-accounts to choose from', (world) => {
	const search = async (filter?: string) =>
		await searched(
			world(),
			'searchSubAccounts',
			{ resource: 'subAccount', operation: 'update' },
			filter,
		);

	const shops = [
		{ name: 'bakery (Pâtisserie)', value: 'bakery' },
		{ name: 'shop-lyon (Shop)', value: 'shop-lyon' },
	];

	test('are those of the account with their companies, found by either', async () => {
		for (const parameters of [creating('shop-lyon', 'Shop'), creating('bakery', 'Pâtisserie')]) {
			expect((await world().engine.runAction(parameters)).error).toBeNull();
		}
		expect(await search()).toEqual({ results: shops });
		expect(await search('PATIS')).toEqual({ results: shops.slice(0, 1) });
		expect(await search('lyon')).toEqual({ results: shops.slice(1) });
		expect(await search('none')).toEqual({ results: [] });
	});

	test('are none where there are none', async () => {
		expect(await search()).toEqual({ results: [] });
	});

	test('say what is wrong where they cannot be read', async () => {
		const { engine, sandbox } = world();
		engine.credential = { ...sandbox.credential, apiKey: 'wrong' };
		await expect(search()).rejects.toMatchObject({
			message: expect.stringMatching(/^The sub-accounts could not be read: .*login.*API key/),
			description: expect.stringContaining('credential'),
		});
	});
});
