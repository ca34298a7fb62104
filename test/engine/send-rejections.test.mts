import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { e164, people, sending } from '../../harness/sms.mts';
import { actionNode, endNode, node, startNode, workflowOf } from '../../harness/workflow.mts';

const SEND = sending({ to: '={{ $json.phone }}', message: 'Hello' });
/** A number that the sandbox refuses as invalid (docs/sandbox.md). */
const REFUSED = '0612999907';

const answering = (status: number, statusText = 'Texte du fournisseur') => ({
	kind: 'status' as const,
	status: 200,
	body: JSON.stringify({ status, statusText }),
});

/** What the user is told to do about each code. */
const REMEDIES: ReadonlyArray<readonly [code: number, remedy: RegExp]> = [
	[102, /credential/i],
	[103, /top up/i],
	[104, /top up/i],
	[105, /Base URL/],
	[106, /Request Fields/],
	[107, /Request Fields/],
	[108, /CLIENT/],
	[109, /Request Fields/],
	[110, /Message/],
	[111, /Shorten/],
	[112, /Request Fields/],
	[113, /numbers/i],
	[114, /numbers/i],
	[115, /Send At/],
	[116, /116/],
	[117, /link/i],
	[118, /Master Account/],
	[142, /Texte du fournisseur/],
];

describeOnEachLine('what the provider refuses', (world) => {
	test.each(REMEDIES)('code %i says what to do', async (code, remedy) => {
		const { engine, sandbox } = world();
		await sandbox.setFaults(answering(code));
		const run = await engine.runAction(SEND, { items: people(1) });
		expect(run.error?.name).toBe('NodeApiError');
		expect(run.error?.message).toContain(e164(0));
		expect(run.error?.message).toContain('[item 0]');
		expect(run.error?.context?.itemIndex).toBe(0);
		expect(`${run.error?.message} ${run.error?.description}`).toMatch(remedy);
		expect(await sandbox.messages()).toEqual([]);
	});

	test('nothing accepted and "Stop": the error names numbers and items', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ ...answering(114), times: 0 });
		const run = await engine.runAction(SEND, { items: people(7) });
		expect(run.status).toBe('error');
		expect(run.error?.description).toContain(`${e164(0)} [item 0]`);
		expect(run.error?.description).toContain(`${e164(4)} [item 4]`);
		expect(run.error?.description).toContain('2 more');
	});

	test('some accepted and "Stop": items with their status, and a hint', async () => {
		const { engine } = world();
		const items = [...people(2), { phone: REFUSED }, { phone: 'nonsense' }];
		const run = await engine.runAction(SEND, { items });
		expect(run.error).toBeNull();
		expect(run.itemsOf('AllMySMS').map(({ json }) => json.status)).toEqual([
			'sent',
			'sent',
			'rejected',
			'rejected',
		]);
		expect(run.runsOf('AllMySMS')[0]?.hints).toEqual([
			expect.objectContaining({ message: expect.stringMatching(/^2 of 4 SMS/), type: 'warning' }),
		]);
	});

	test('unknown is not accepted: nothing accepted is an error', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'status', status: 500 });
		const run = await engine.runAction(SEND, { items: people(1) });
		expect(run.error?.message).toMatch(/may not have been sent/);
		expect(run.error?.description).toMatch(/client area/);
	});

	test('"Continue": exactly { error, message } with pairing, in input order', async () => {
		const { engine } = world();
		const items = [...people(1), { phone: REFUSED }, ...people(2).slice(1)];
		const run = await engine.runAction(SEND, {
			items,
			settings: { onError: 'continueRegularOutput' },
		});
		const [first, second, third] = run.itemsOf('AllMySMS');
		expect([first?.json.status, third?.json.status]).toEqual(['sent', 'sent']);
		expect(Object.keys(second?.json ?? {})).toEqual(['error', 'message']);
		expect(second?.json.error).toContain('+33612999907');
		expect(second?.pairedItem).toEqual({ item: 1 });
		expect(run.runsOf('AllMySMS')[0]?.hints).toEqual([]);
	});

	test('"Continue (using error output)": errors on their branch, with the data of their item', async () => {
		const { engine } = world();
		const items = [...people(1), { phone: REFUSED, customer: 'Anna' }];
		const workflow = workflowOf(
			[
				startNode(),
				actionNode(SEND, { onError: 'continueErrorOutput' }),
				endNode('Done'),
				node('Later', 'test.editFields', {
					fields: {
						reached: '={{ $("Start").item.json.customer }}',
						why: '={{ $json.message }}',
					},
				}),
			],
			[
				['Start', ['AllMySMS']],
				['AllMySMS', ['Done'], ['Later']],
			],
		);
		const run = await engine.run(workflow, { items });
		expect(run.error).toBeNull();
		expect(run.itemsOf('Done').map(({ json }) => json.to)).toEqual([e164(0)]);
		expect(run.itemsOf('AllMySMS', 1)).toHaveLength(1);
		expect(run.itemsOf('Later').map(({ json }) => json)).toEqual([
			expect.objectContaining({
				reached: 'Anna',
				why: expect.stringMatching(/does not exist, or it is blacklisted/),
			}),
		]);
	});

	test('a later node reaches the item of each SMS, also of the second of one item', async () => {
		const { engine } = world();
		const workflow = workflowOf(
			[
				startNode(),
				actionNode(sending({ to: '={{ $json.to }}', message: 'Hi' })),
				node('Later', 'test.editFields', { fields: { of: '={{ $("Start").item.json.id }}' } }),
			],
			[
				['Start', ['AllMySMS']],
				['AllMySMS', ['Later']],
			],
		);
		const items = [
			{ id: 'a', to: '0612000001,0612000002' },
			{ id: 'b', to: '0612000003' },
		];
		const run = await engine.run(workflow, { items });
		expect(run.itemsOf('Later').map(({ json }) => json.of)).toEqual(['a', 'a', 'b']);
	});

	test('after a wrong key the other requests stay at home', async () => {
		const { engine, sandbox } = world();
		engine.credential = { ...sandbox.credential, apiKey: 'wrong' };
		const run = await engine.runAction(
			sending({
				to: '={{ $json.phone }}',
				message: 'Hi',
				options: { batchSize: 1, concurrency: 1 },
			}),
			{ items: people(5) },
		);
		expect(run.error?.message).toMatch(
			/^AllMySMS does not know this login with this API key: none of 5 SMS was sent/,
		);
		expect(run.error?.description).not.toMatch(/does not know/);
		expect(await sandbox.requests()).toHaveLength(1);
	});
});
