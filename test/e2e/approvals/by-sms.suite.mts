import { expect, test } from '@jest/globals';

import { until } from '../browser/until.mts';
import type { ApprovalScene } from './approval-scene.mts';
import { BY_SMS } from './question-texts.mts';
import { answerOf, ask } from './question.mts';

/** A question that is answered by a reply. */
export function bySmsSuite(scene: ApprovalScene): void {
	test('is answered by an SMS, which starts nothing else', async () => {
		const question = await ask(scene.stage, BY_SMS);
		expect(question.links).toEqual(['']);
		await scene.stage.sandbox.reply('33612345678', 'Oui, à demain');
		expect(answerOf(await question.ended())).toEqual([
			{ data: { text: 'Oui, à demain', respondedAt: expect.any(String), to: '+33612345678' } },
		]);
		expect(await question.heard()).toEqual([]);
		await scene.stage.sandbox.reply('33612345678', 'Et merci');
		const heard = await until('the second reply', async () => {
			const items = await question.heard();
			return items.length > 0 && items;
		});
		expect(heard).toMatchObject([{ event: 'reply', message: 'Et merci' }]);
	});

	test('is answered by the test phone in place of a recipient', async () => {
		const question = await ask(scene.stage, {
			...BY_SMS,
			to: '06 12 34 56 78, 06 12 34 56 79',
			options: { testRecipient: '06 99 99 99 99' },
		});
		expect(question.links).toEqual(['', '']);
		await scene.stage.sandbox.reply('33699999999', 'Oui');
		expect(answerOf(await question.ended())).toEqual([
			{ data: { text: 'Oui', respondedAt: expect.any(String), to: '+33612345678' } },
		]);
		expect(await question.heard()).toEqual([]);
	});

	test('answers the question that the reply belongs to, and no other', async () => {
		const first = await ask(scene.stage, BY_SMS);
		const second = await ask(scene.stage, BY_SMS);
		await scene.stage.sandbox.reply('33612345678', 'Oui');
		expect(answerOf(await second.ended())).toMatchObject([{ data: { text: 'Oui' } }]);
		expect(await scene.statusOf(first)).toBe('waiting');
	});

	test('is over for whoever sends STOP, and the workflow is told', async () => {
		const question = await ask(scene.stage, { ...BY_SMS, to: '06 12 34 56 78, 06 12 34 56 79' });
		await scene.stage.sandbox.reply('33612345678', 'STOP');
		await until('STOP to be told', async () => (await question.heard()).length === 1);
		expect(await scene.statusOf(question)).toBe('waiting');
		await scene.stage.sandbox.reply('33612345679', 'STOP');
		expect(answerOf(await question.ended())).toMatchObject([
			{ data: { text: 'STOP', stop: true, to: '+33612345679' } },
		]);
		await until('both to be told', async () => (await question.heard()).length === 2);
		await scene.stage.sandbox.reset();
	});
}
