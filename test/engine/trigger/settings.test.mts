import { afterEach, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { PACK } from '../../../harness/node-types.mts';
import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import {
	OK,
	openTrigger,
	receipt,
	reply,
	type TriggerScene,
} from '../../../harness/trigger-scene.mts';
import { node, workflowOf } from '../../../harness/workflow.mts';

const EVENTS = ['deliveryReport', 'reply', 'stop'];

const BAD: ReadonlyArray<readonly [parameters: INodeParameters, what: string]> = [
	[{ events: [] }, "'Trigger On' is empty"],
	[{ events: ['none of these'] }, "'Trigger On' is empty"],
	[{ options: { providerTimezone: 'Paris' } }, '\'Timezone of AllMySMS\' is not known: "Paris"'],
	[{ options: { gatherSeconds: 11 } }, '\'Gather Events (Seconds)\' is "11"'],
	[{ options: { gatherSeconds: -1 } }, '\'Gather Events (Seconds)\' is "-1"'],
	[{ options: { gatherSeconds: 'soon' } }, '\'Gather Events (Seconds)\' is "soon"'],
	[{ options: { keyword: '/(/' } }, "'Keyword' is no regular expression"],
	[{ options: { ipAllowList: '192.0.2' } }, "'IP Allow List' has an entry that is no address"],
];

const GOOD: readonly INodeParameters[] = [
	{},
	{ events: 'reply, stop' },
	{ options: { providerTimezone: ' UTC ', gatherSeconds: ' 10 ', keyword: 'oui' } },
	{ options: { providerTimezone: '', gatherSeconds: '', ipAllowList: '' } },
	{ options: { verify: true } },
];

describeOnEachLine('the parameters of the trigger', (world) => {
	let scene: TriggerScene | undefined;
	afterEach(async () => {
		await scene?.close();
		scene = undefined;
	});

	/** What n8n calls when the workflow is activated, changed or stopped. */
	function address(parameters: INodeParameters, bare = false) {
		const { engine } = world();
		const trigger = node('AllMySMS Trigger', `${PACK}.allMySmsTrigger`, {
			events: EVENTS,
			...parameters,
		});
		if (bare) delete trigger.credentials;
		const workflow = engine.open(workflowOf([trigger], []));
		const opened = workflow.getNode('AllMySMS Trigger');
		if (!opened) throw new Error('The workflow has no trigger');
		const context = new engine.core.HookContext(
			workflow,
			opened,
			engine.additionalData('1'),
			'trigger',
			'activate',
		);
		const methods = workflow.nodeTypes.getByNameAndVersion(trigger.type).webhookMethods?.default;
		if (!methods) throw new Error('The trigger has no methods for its address');
		return {
			checkExists: async () => await methods.checkExists.call(context),
			create: async () => await methods.create.call(context),
			remove: async () => await methods.delete.call(context),
		};
	}

	test.each(BAD)('%j stop the activation, with what to do', async (parameters, what) => {
		await expect(address(parameters).create()).rejects.toMatchObject({
			message: expect.stringContaining(what),
			description: expect.stringMatching(/^[A-Z].*\.$/),
		});
	});

	test.each(GOOD)('%j are fine', async (parameters) => {
		const { checkExists, create, remove } = address(parameters);
		expect(await checkExists()).toBe(false);
		expect(await create()).toBe(true);
		expect(await remove()).toBe(true);
	});

	test('to verify events, a credential is needed', async () => {
		await expect(address({ options: { verify: true } }, true).create()).rejects.toMatchObject({
			message: "'Verify Events' needs an AllMySMS credential, because it asks the API",
		});
		expect(await address({}, true).create()).toBe(true);
	});

	test('a call meets one that cannot be used: the caller may come again, the log says why', async () => {
		const { engine } = world();
		scene = await openTrigger(engine, { options: { providerTimezone: 'Paris' } });
		expect(await scene.push(receipt())).toMatchObject({
			status: 500,
			body: 'The trigger is not set up: see the log of n8n',
		});
		expect(JSON.stringify(engine.log.take())).toContain(
			"AllMySMS Trigger: 'Timezone of AllMySMS' is not known",
		);
		expect(scene.started).toBe(0);
	});

	test('the campaigns that are named start the workflow, no other event does', async () => {
		scene = await openTrigger(world().engine, {
			options: { campaignIds: 'ap_1, ap_2\nap_3', includeRaw: true },
			events: EVENTS,
		});
		for (const campaignId of ['ap_2', 'ap_4', '', 'ap_3']) {
			expect(await scene.push(reply({ campaignId }))).toEqual(OK);
		}
		const items = (await scene.items()).flat();
		expect(items.map(({ campaignId }) => campaignId)).toEqual(['ap_2', 'ap_3']);
		expect(items[0]).toHaveProperty('raw');
	});
});
