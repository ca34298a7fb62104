import { expect, test } from '@jest/globals';

import { keepScreenshot } from '../browser/screenshot.mts';
import { until } from '../browser/until.mts';
import type { ApprovalScene } from './approval-scene.mts';
import { itemsOf, playExample } from './examples.mts';

/** The examples that ask, played as their readers play them. */
export function askingExamplesSuite(scene: ApprovalScene): void {
	test('approves the order of the example', async () => {
		const { ended } = await playExample(scene.stage, 'approval-by-sms');
		const messages = await until('both managers to be asked', async () => {
			const all = await scene.stage.sandbox.messages();
			return all.length === 2 && all;
		});
		expect(messages[0]?.text).toMatch(/^Order 1234 over €1,890 waits for your approval:\nhttp/);
		await scene.page.goto(/http\S+/.exec(messages[1]?.text ?? '')?.[0] ?? '');
		await scene.page.getByText('12 chairs, oak').waitFor();
		await keepScreenshot(scene.page, `approval-by-sms-${scene.line}`);
		await scene.page.getByRole('button', { name: 'Approve' }).click();
		const released = await until('the order to be released', async () => {
			const items = itemsOf(await ended(), 'Release');
			return items.length > 0 && items;
		});
		expect(released).toEqual([{ order: '1234', status: 'released', by: '+33698765432' }]);
	});

	test('confirms the appointments of the example', async () => {
		const { ended } = await playExample(scene.stage, 'confirm-appointment');
		await until('both patients to be asked', async () => {
			return (await scene.stage.sandbox.messages()).length === 2;
		});
		await scene.stage.sandbox.reply('33698765432', '2 sorry');
		await scene.stage.sandbox.reply('33612345678', '1');
		const executions = await until('both to have answered', async () => {
			const all = await ended();
			return itemsOf(all, 'Confirm').length + itemsOf(all, 'Cancel').length === 2 && all;
		});
		expect(itemsOf(executions, 'Confirm')).toEqual([
			{ name: 'Anna Martin', appointment: 'confirmed' },
		]);
		expect(itemsOf(executions, 'Cancel')).toEqual([
			{ name: 'Bruno Petit', appointment: 'canceled' },
		]);
		expect(itemsOf(executions, 'Other Replies')).toEqual([]);
	});
}
