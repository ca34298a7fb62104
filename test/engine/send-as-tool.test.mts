import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { agentWorkflow, FROM_AI } from './agent.mts';

const answersOf = (answers: ReadonlyArray<{ json: Record<string, unknown> }>) =>
	answers.map(({ json }) => JSON.parse(String(json.answer)) as unknown);

describeOnEachLine('the node as a tool of an AI agent', (world) => {
	test('sends what the agent asks for, and says what became of it', async () => {
		const { engine, sandbox } = world();
		const calls = [{ to: '06 12 00 00 01', message: 'Hello Anna' }];
		const run = await engine.run(
			agentWorkflow(calls, { resource: 'sms', operation: 'send', ...FROM_AI }),
		);
		expect(run.error).toBeNull();
		expect(answersOf(run.itemsOf('Agent'))).toEqual([
			[expect.objectContaining({ to: '+33612000001', status: 'sent' })],
		]);
		expect((await sandbox.messages()).map(({ text }) => text)).toEqual(['Hello Anna']);
	});

	test('two different calls are two SMS, a repeated one is not sent again', async () => {
		const { engine, sandbox } = world();
		const calls = ['One', 'Two', 'One'].map((message) => ({ to: '0612000001', message }));
		const run = await engine.run(
			agentWorkflow(calls, { resource: 'sms', operation: 'send', ...FROM_AI }),
		);
		expect(run.error).toBeNull();
		expect((await sandbox.messages()).map(({ text }) => text)).toEqual(['One', 'Two']);
	});

	test('Retry On Fail of the tool sends nothing twice', async () => {
		const { engine, sandbox } = world();
		await sandbox.setFaults({ kind: 'reset-after', times: 0 });
		const calls = [{ to: '0612000001', message: 'Once' }];
		await engine.run(
			agentWorkflow(
				calls,
				{ resource: 'sms', operation: 'send', ...FROM_AI },
				{ retryOnFail: true, maxTries: 3, waitBetweenTries: 1 },
			),
		);
		expect(await sandbox.messages()).toHaveLength(1);
	});

	test('the rules of the node hold for all calls of an agent together', async () => {
		const { engine, sandbox } = world();
		const calls = ['0612000001', '0612000002', '0612000003', '+32470123456'].map((to) => ({
			to,
			message: 'Hello',
		}));
		const options = { maximumSms: 2, allowedRecipients: '+336' };
		const run = await engine.run(
			agentWorkflow(
				calls,
				{ resource: 'sms', operation: 'send', ...FROM_AI, options },
				{ onError: 'continueRegularOutput' },
			),
		);
		const answers = run.itemsOf('Agent').map(({ json }) => String(json.answer));
		expect(answers[2]).toContain(
			'this run would send 1 SMS to 1 recipient after 2 SMS sent already',
		);
		expect(answers[3]).toContain('+32470123456 is not among the numbers that this node may text');
		expect(await sandbox.messages()).toHaveLength(2);
	});

	test('reads the account', async () => {
		const { engine } = world();
		const run = await engine.run(agentWorkflow([{}], { resource: 'account', operation: 'get' }));
		expect(answersOf(run.itemsOf('Agent'))).toEqual([
			[expect.objectContaining({ credits: expect.any(Number) })],
		]);
	});
});
