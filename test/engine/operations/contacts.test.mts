import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import { e164, nationalPhone } from '../../../harness/sms.mts';

const contact = (operation: string, more: object = {}) => ({
	resource: 'contact',
	operation,
	listName: '={{ $json.list }}',
	phoneNumber: '={{ $json.phone }}',
	...more,
});

describeOnEachLine('contacts', (world) => {
	const createList = async (listName: string) => {
		const run = await world().engine.runAction({
			resource: 'contactList',
			operation: 'create',
			listName,
			fields: { field: [{ name: 'FIRSTNAME' }] },
		});
		expect(run.error).toBeNull();
	};
	const contactsOf = async (listName: string) => {
		const run = await world().engine.runAction({
			resource: 'contact',
			operation: 'getAll',
			listName,
		});
		return run.itemsOf('AllMySMS').map(({ json }) => json);
	};

	test('all items of a list leave in one request, and are found again', async () => {
		const { engine, sandbox } = world();
		await createList('A');
		await createList('B');
		const before = (await sandbox.requests()).length;
		const items = Array.from({ length: 1_320 }, (_, index) => ({
			phone: nationalPhone(index),
			list: index % 11 === 0 ? 'B' : 'A',
			name: `Person ${index}`,
		}));
		const fields = { field: [{ name: 'FIRSTNAME', value: '={{ $json.name }}' }] };
		const run = await engine.runAction(contact('create', { fields }), { items });
		expect(run.itemsOf('AllMySMS').map(({ json }) => json)).toEqual([
			{ success: 120, ignored: 0, duplicated: 0, listName: 'B' },
			{ success: 1_000, ignored: 0, duplicated: 0, listName: 'A' },
			{ success: 200, ignored: 0, duplicated: 0, listName: 'A' },
		]);
		const paired = run.itemsOf('AllMySMS').flatMap(({ pairedItem }) => pairedItem);
		expect(paired).toHaveLength(items.length);
		expect(run.itemsOf('AllMySMS')[0]?.pairedItem).toContainEqual({ item: 11 });
		expect((await sandbox.requests()).length - before).toBe(3);
		expect((await contactsOf('B'))[1]).toEqual({
			phoneNumber: e164(11),
			listName: 'B',
			fields: { FIRSTNAME: 'Person 11' },
		});
	}, 60_000);

	test('are removed in one request', async () => {
		const { engine } = world();
		await createList('A');
		const items = [0, 1, 2].map((index) => ({ phone: nationalPhone(index), list: 'A' }));
		await engine.runAction(contact('create'), { items });
		const run = await engine.runAction(contact('delete'), { items: items.slice(1) });
		expect(run.itemsOf('AllMySMS')).toEqual([
			{
				json: { deleted: true, success: 2, ignored: 0, duplicated: 0, listName: 'A' },
				pairedItem: [{ item: 0 }, { item: 1 }],
			},
		]);
		expect(await contactsOf('A')).toHaveLength(1);
	});

	test('a bad number and a missing list are errors of their own items', async () => {
		const { engine } = world();
		await createList('A');
		const run = await engine.runAction(contact('create'), {
			items: [
				{ phone: '0612345678', list: 'A' },
				{ phone: '12', list: 'A' },
				{ phone: '0612345679', list: 'missing' },
				{ phone: 33612345670, list: 'A' },
			],
			settings: { onError: 'continueErrorOutput' },
		});
		expect(run.itemsOf('AllMySMS')).toEqual([
			{
				json: { success: 2, ignored: 0, duplicated: 0, listName: 'A' },
				pairedItem: [{ item: 0 }, { item: 3 }],
			},
		]);
		expect(run.itemsOf('AllMySMS', 1).map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/^'Phone Number': "12"/),
			expect.stringMatching(/\+33612345679 .*not added to the list "missing"/),
		]);
	});

	test('a bad number stops the node before anything leaves', async () => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(contact('create'), {
			items: [
				{ phone: '0612345678', list: 'A' },
				{ phone: '12', list: 'A' },
			],
		});
		expect(run.error?.message).toMatch(/^'Phone Number': "12" .* \[item 1\]$/);
		expect(await sandbox.requests()).toEqual([]);
	});
});
