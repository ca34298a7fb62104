import { afterEach, expect, jest, test } from '@jest/globals';

import { describeOnEachLine } from '../../../harness/on-each-line.mts';
import {
	OK,
	openTrigger,
	reply,
	type SceneOptions,
	type TriggerScene,
} from '../../../harness/trigger-scene.mts';
import { answerWith } from '../operations/sandbox-answers.mts';

jest.setTimeout(60_000);

describeOnEachLine('replies, pushed and read', (world) => {
	let scene: TriggerScene | undefined;
	const open = async (more: SceneOptions = {}): Promise<TriggerScene> => {
		scene = await openTrigger(world().engine, more);
		return scene;
	};
	afterEach(async () => {
		expect(scene?.crashes ?? []).toEqual([]);
		await scene?.close();
		scene = undefined;
	});

	test('are the same items on both roads', async () => {
		const { engine, sandbox } = world();
		const { push, items } = await open();
		const replies = [
			'Oui',
			'STOP',
			'Stopper la livraison ?',
			'D&eacute;sabonner',
			'&quot;STOP&quot;',
			'Oui &amp; merci, &amp;lt;3 &#128077;',
			' Oui \n',
			'stopover at 5?',
			'ＳＴＯＰ',
			'Stop at gate 5 please',
		].map((message) => reply({ message }));
		for (const each of replies) expect(await push(each)).toEqual(OK);
		const pushed = (await items()).flat();
		expect(pushed.map(({ event, message }) => [event, message])).toEqual([
			['reply', 'Oui'],
			['stop', 'STOP'],
			['reply', 'Stopper la livraison ?'],
			['stop', 'Désabonner'],
			['stop', '"STOP"'],
			['reply', 'Oui & merci, &lt;3 👍'],
			['reply', 'Oui'],
			['reply', 'stopover at 5?'],
			['stop', 'ＳＴＯＰ'],
			['reply', 'Stop at gate 5 please'],
		]);

		await answerWith(sandbox, 'getPulls', { mos: replies });
		const run = await engine.runAction({
			resource: 'reply',
			operation: 'getAll',
			returnAll: true,
		});
		expect(run.error).toBeNull();
		expect(run.itemsOf('AllMySMS').map(({ json }) => json)).toEqual(pushed);
	});

	test('a STOP to the short number keeps its text', async () => {
		const { push, items } = await open({ events: ['stop'] });
		const fields = { phoneNumber: '33612345678', message: 'STOP', code: '36180' };
		expect(await push(fields)).toEqual(OK);
		expect(await items()).toEqual([[expect.objectContaining({ event: 'stop', message: 'STOP' })]]);
	});

	test('a reply that the API writes with entities is confirmed', async () => {
		const { sandbox } = world();
		const { push, items } = await open({ options: { verify: true } });
		const { smsMoId, ...row } = reply({ message: 'D&eacute;j&agrave; pay&eacute;' });
		await answerWith(sandbox, 'getPullBySmsId', { ...row, id: smsMoId });
		expect(await push({ ...row, smsMoId, message: 'Déjà payé' })).toEqual(OK);
		expect((await items()).flat()).toEqual([
			expect.objectContaining({ message: 'Déjà payé', verified: true }),
		]);
	});
});
