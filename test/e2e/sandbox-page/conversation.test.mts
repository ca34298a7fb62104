import { expect, test } from '@jest/globals';

import { until } from '../browser/until.mts';
import { rowOf, setStage } from './stage.mts';

const stage = setStage();

test('an SMS appears on its phone, unread, and its receipt arrives', async () => {
	const page = await stage.openPage();
	await page.getByText('Waiting for the first SMS').waitFor();

	await stage.send({ to: '33612345678', text: 'Your table is ready', sender: 'Bistro' });
	const row = rowOf(page, '+33 6 12 34 56 78');
	await row.getByLabel('1 unread').waitFor();

	await row.click();
	const log = page.getByRole('log', { name: 'Conversation with +33 6 12 34 56 78' });
	await log.getByText('Your table is ready').waitFor();
	await log.getByText('36180 in place of “Bistro”', { exact: true }).waitFor();
	await log.getByText('Delivered').waitFor();
	await row.getByLabel('1 unread').waitFor({ state: 'hidden' });
	await page.close();
});

test('a name is shown beside a STOP mention, the short number where none was asked for', async () => {
	await stage.send({ to: '33612345678', text: 'Sale! STOP au 36180', sender: 'Bistro' });
	await stage.send({ to: '33612345678', text: 'Your table is ready' });
	const page = await stage.openPage('#/phones/33612345678');
	const log = page.getByRole('log');
	await log.getByText('Bistro', { exact: true }).waitFor();
	await log.getByText('36180', { exact: true }).waitFor();
	await page.close();
});

test('a reply typed with the keyboard alone leaves the phone', async () => {
	await stage.send({ to: '33612345678', text: 'Do you come?' });
	const page = await stage.openPage();
	await rowOf(page, '+33 6 12 34 56 78').focus();
	await page.keyboard.press('Enter');
	await page.getByLabel('Reply from +33 6 12 34 56 78').focus();
	await page.keyboard.type('Yes, at eight');
	await page.keyboard.press('Enter');

	await page.getByRole('log').getByText('Yes, at eight').waitFor();
	expect(await page.getByLabel('Reply from +33 6 12 34 56 78').inputValue()).toBe('');
	const reply = await until('the reply in the API', async () => {
		const answer = await stage.v9.call('getPulls', { limit: '10' });
		return answer.text.includes('Yes, at eight');
	});
	expect(reply).toBe(true);
	await page.close();
});

test('STOP puts the number on the blacklist', async () => {
	await stage.send({ to: '33612345678', text: 'Sales week. Reply STOP to leave.' });
	const page = await stage.openPage('#/phones/33612345678');
	await page.getByRole('button', { name: 'Send STOP from +33 6 12 34 56 78' }).click();

	await page.getByText('Blacklisted by STOP').waitFor();
	const answer = await stage.v9.call('getBlacklist', {});
	expect(answer.text).toContain('33612345678');
	await page.close();
});

test('a person writes first, from a phone that got no SMS', async () => {
	const page = await stage.openPage('#/account');
	await page.getByRole('link', { name: 'Phones' }).click();
	await stage.send({ to: '33612345678', text: 'Hello' });
	await page.getByLabel('Write from another phone').fill('06 98 76 54 32');
	await page.getByRole('button', { name: 'Open' }).click();
	await page.getByLabel('Reply from +33 6 98 76 54 32').fill('Are you open today?');
	await page.getByRole('button', { name: 'Send from +33 6 98 76 54 32' }).click();

	await page.getByRole('log').getByText('Are you open today?').waitFor();
	await rowOf(page, '+33 6 98 76 54 32').waitFor();
	await page.close();
});

test('what an SMS says is shown as text, whatever it says', async () => {
	const markup = '<img src=x onerror="document.title=1"><b>Bold</b>';
	const arabic = 'مرحبا، موعدك غدا في الساعة 10:00';
	await stage.send({ to: '33612345678', text: markup });
	await stage.send({ to: '33612345678', text: arabic });
	await stage.send({ to: '33612345678', text: 'Family 👨‍👩‍👧 at 8' });
	const page = await stage.openPage('#/phones/33612345678');
	const log = page.getByRole('log');

	await log.getByText(markup).waitFor();
	await log.getByText('Family 👨‍👩‍👧 at 8').waitFor();
	expect(await log.locator('img, b').count()).toBe(0);
	const direction = await log
		.getByText(arabic)
		.evaluate((bubble) => getComputedStyle(bubble).direction);
	expect(direction).toBe('rtl');
	await page.close();
});

test('a draft waits on its phone while another one is read', async () => {
	await stage.send({ to: '33612345678,33687654321', text: 'Hello' });
	const page = await stage.openPage('#/phones/33612345678');
	await page.getByLabel('Reply from +33 6 12 34 56 78').fill('Half a thou');
	await rowOf(page, '+33 6 87 65 43 21').click();
	expect(await page.getByLabel('Reply from +33 6 87 65 43 21').inputValue()).toBe('');
	await rowOf(page, '+33 6 12 34 56 78').click();
	expect(await page.getByLabel('Reply from +33 6 12 34 56 78').inputValue()).toBe('Half a thou');
	await page.close();
});
