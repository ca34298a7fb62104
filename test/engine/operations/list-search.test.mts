import { expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { describeOnEachLine, type World } from '../../../harness/on-each-line.mts';
import { actionWorkflow } from '../../../harness/workflow.mts';
import { person } from './write-cases.mts';

/** The methods of the node that the editor calls, and what it calls them with. */
function editing({ engine }: World, method: string, current: INodeParameters) {
	const workflow = engine.open(actionWorkflow(current));
	const node = workflow.getNode('AllMySMS');
	const type = node && workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	if (!node || !type?.methods) throw new Error('The node offers nothing to choose');
	const additionalData = engine.additionalData('');
	additionalData.currentNodeParameters = current;
	const context = new engine.core.LoadOptionsContext(workflow, node, additionalData, method);
	return { methods: type.methods, context };
}

/** What the editor asks when somebody opens "From List" and types into its search. */
async function searched(
	world: World,
	method: string,
	current: INodeParameters,
	filter: string | undefined,
) {
	const { methods, context } = editing(world, method, current);
	const search = methods.listSearch?.[method];
	if (!search) throw new Error('The node offers no search');
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

describeOnEachLine('the fields of a contact list as a form', (world) => {
	const offered = async (listName: INodeParameters[string], options: INodeParameters = {}) => {
		const parameters = { resource: 'contact', operation: 'create', listName, options };
		const { methods, context } = editing(world(), 'mapListFields', parameters);
		const map = methods.resourceMapping?.mapListFields;
		if (!map) throw new Error('The node offers no form');
		return await map.call(context);
	};
	const inList = (value: string) => ({ __rl: true, mode: 'list', value });

	const fill = async (listName: string, fields: INodeParameters[string]) => {
		const run = await world().engine.runAction(
			{
				resource: 'contact',
				operation: 'create',
				listName,
				phoneNumber: '={{ $json.phone }}',
				fields,
			},
			{ items: [{ phone: '0612000001', name: 'Anna' }] },
		);
		expect(run.error).toBeNull();
		const read = await world().engine.runAction({
			resource: 'contact',
			operation: 'getAll',
			listName,
		});
		return read.itemsOf('AllMySMS').map(({ json }) => json.fields);
	};

	const createList = async (listName: string) =>
		await world().engine.runAction({
			resource: 'contactList',
			operation: 'create',
			listName,
			fields: { field: [{ name: 'FIRSTNAME' }, { name: 'CITY' }] },
		});

	test('are offered once the list has a contact, and stored as they were filled in', async () => {
		await createList('Customers');
		expect(await offered(inList('Customers'))).toEqual({
			fields: [],
			emptyFieldsNotice: expect.stringContaining("'By Name' under 'Enter Fields'"),
		});
		await fill('Customers', { field: [{ name: 'CITY', value: 'Lyon' }] });
		const form = await offered(inList('Customers'));
		expect(form.fields.map(({ id, type }) => [id, type])).toEqual([
			['FIRSTNAME', 'string'],
			['CITY', 'string'],
		]);
		await createList('Form');
		const mapped = {
			mappingMode: 'defineBelow',
			value: { FIRSTNAME: '={{ $json.name }}', CITY: null },
			matchingColumns: [],
			schema: form.fields.map(({ id, displayName }) => ({
				id,
				displayName,
				required: false,
				defaultMatch: false,
				display: true,
				type: 'string',
			})),
		};
		const [stored] = await fill('Form', mapped);
		expect(stored).toMatchObject({ FIRSTNAME: 'Anna' });
	});

	test('cannot be told of a list that an expression chooses, or of none', async () => {
		for (const name of ['={{ $json.list }}', '']) {
			expect((await offered(inList(name))).fields).toEqual([]);
		}
		expect(await world().sandbox.requests()).toEqual([]);
	});

	test('a list that is not there is told with what to do', async () => {
		await expect(offered(inList('missing'))).rejects.toMatchObject({
			message: expect.stringContaining('The fields of the list "missing" could not be read'),
		});
	});

	test('a workflow that names them by hand works under either mode', async () => {
		await createList('Named');
		const run = await world().engine.runAction({
			resource: 'contact',
			operation: 'create',
			listName: 'Named',
			phoneNumber: '0612000002',
			fieldsMode: 'names',
			fields: { field: [{ name: 'FIRSTNAME', value: 'Ben' }] },
		});
		expect(run.itemsOf('AllMySMS')[0]?.json).toMatchObject({ success: 1 });
	});
});
