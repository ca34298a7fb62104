import { describe, expect, jest, test } from '@jest/globals';

import { NO_WEBHOOKS } from '../../sandbox/pushes/webhooks.mts';
import { approvalScene } from './approvals/approval-scene.mts';
import { byLinkSuite } from './approvals/by-link.suite.mts';
import { bySmsSuite } from './approvals/by-sms.suite.mts';
import { askingExamplesSuite } from './approvals/examples.suite.mts';
import { BOTH, BY_SMS, ORDER } from './approvals/question-texts.mts';
import { answerOf, ask, linkOf } from './approvals/question.mts';

jest.setTimeout(240_000);

describe.each(['2', '1'] as const)('an SMS that waits for its answer, on n8n %s.x', (line) => {
	const scene = approvalScene(line);

	byLinkSuite(scene);
	bySmsSuite(scene);
	askingExamplesSuite(scene);

	test('survives a restart of n8n', async () => {
		const bySms = await ask(scene.stage, BY_SMS);
		const question = await ask(scene.stage, { ...ORDER, ...BOTH, to: '06 12 34 56 79' });
		await scene.stage.restart();
		await scene.stage.sandbox.setWebhooks({ ...NO_WEBHOOKS, replyUrl: bySms.replyUrl });
		await scene.stage.sandbox.reply('33612345678', 'Oui');
		expect(answerOf(await bySms.ended())).toMatchObject([{ data: { text: 'Oui' } }]);
		await scene.page.goto(linkOf(question));
		await scene.page.getByRole('button', { name: 'Approve' }).click();
		await scene.page.getByText('Votre réponse a bien été reçue').waitFor();
		expect(answerOf(await question.ended())).toMatchObject([{ data: { approved: true } }]);
	});
});
