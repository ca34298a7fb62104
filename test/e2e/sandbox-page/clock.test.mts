import { expect, test } from '@jest/globals';
import { DateTime } from 'luxon';

import { rowOf, setStage } from './stage.mts';

const stage = setStage();

/** Eight o'clock of the next day in Paris. */
const tomorrow = () =>
	DateTime.now()
		.setZone('Europe/Paris')
		.plus({ days: 1 })
		.set({ hour: 8 })
		.startOf('hour')
		.toFormat('yyyy-MM-dd HH:mm:ss');

test('the clock is moved to tomorrow at eight: what is scheduled arrives, and its receipt', async () => {
	await stage.send({ to: '33612345678', text: 'Good morning', date: tomorrow() });
	const page = await stage.openPage('#/phones/33612345678');
	const log = page.getByRole('log');
	await log.getByText('Scheduled', { exact: true }).waitFor();
	await page.getByRole('button', { name: /^Sandbox clock/ }).click();
	const menu = page.getByRole('dialog', { name: 'Sandbox clock' });
	await menu.getByText('Europe/Paris · the real time').waitFor();
	await menu.getByRole('button', { name: 'Tomorrow 8:00' }).click();
	await menu.getByText(/ahead of the real time/).waitFor();
	await log.getByText('Delivered').waitFor();
	await log.getByText('Today, Paris time').waitFor();
	await log.getByText('08:00', { exact: true }).waitFor();

	await menu.getByRole('button', { name: 'Back to the real time' }).click();
	await menu.getByText('Europe/Paris · the real time').waitFor();
	await log.getByText('Tomorrow, Paris time').waitFor();
	await page.close();
});

test('it goes on by an hour, to the next scheduled SMS, and to what is typed, by the keyboard alone', async () => {
	await stage.send({ to: '33612345678', text: 'Later', date: '2040-09-01 09:00:00' });
	const page = await stage.openPage();
	const button = page.getByRole('button', { name: /^Sandbox clock/ });
	await button.focus();
	await page.keyboard.press('Enter');
	const menu = page.getByRole('dialog', { name: 'Sandbox clock' });
	await menu.getByRole('button', { name: '+1 hour' }).focus();
	await page.keyboard.press('Enter');
	await menu.getByText('1 h ahead of the real time').waitFor();

	await menu.getByRole('button', { name: /^Next scheduled SMS: .*2040/ }).focus();
	await page.keyboard.press('Enter');
	await rowOf(page, '+33 6 12 34 56 78').getByLabel('1 unread').waitFor();
	expect((await stage.client.clock()).local).toMatch(/^2040-09-01 09:00:/);

	await menu.getByLabel('Move to (Paris time)').fill('2041-01-01T07:30');
	await page.keyboard.press('Enter');
	await page.getByText(/^The sandbox’s clock shows .*2041.*07:30:\d\d, Paris time$/).waitFor();
	await page.keyboard.press('Escape');
	await menu.waitFor({ state: 'hidden' });
	expect(await button.evaluate((each) => each === document.activeElement)).toBe(true);
	await page.close();
});

test('times are of Paris wherever the browser is, and say so', async () => {
	await stage.client.moveClock({ now: '2030-07-01 23:30' });
	await stage.send({ to: '33612345678', text: 'Hello' });
	const page = await stage.openPage('#/phones/33612345678', { timezoneId: 'America/New_York' });
	const log = page.getByRole('log');
	const time = log.getByText('23:30', { exact: true });
	expect(await time.getAttribute('title')).toMatch(
		/July 1, 2030.*23:30:\d\d GMT\+2, Europe\/Paris$/,
	);
	expect(await time.getAttribute('datetime')).toMatch(/^2030-07-01T21:30:/);
	await log.getByText('Today, Paris time').waitFor();
	expect(await page.getByRole('button', { name: /^Sandbox clock/ }).innerText()).toMatch(
		/Jul 1\s*23:3\d\s*Paris/,
	);
	await page.goto(`${stage.origin}/#/campaigns`);
	await page.getByText('23:30 Paris time').waitFor();
	await page.close();
});
