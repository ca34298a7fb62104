import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { rowOf, setStage } from './stage.mts';

const stage = setStage();
let receiver: Server;
let receiverUrl: string;

beforeAll(async () => {
	receiver = createServer((request, response) => {
		request.resume();
		response.end('Noted');
	});
	await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
	receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
});

afterAll(() => {
	receiver.close();
});

test('webhook addresses are set, and pushes appear with the answer they got', async () => {
	const page = await stage.openPage('#/webhooks');
	await page.getByLabel('Delivery report URL').fill(receiverUrl);
	await page.getByLabel('Reply URL').fill(receiverUrl);
	await page.getByRole('button', { name: 'Save addresses' }).click();
	await page.getByText('Webhook addresses saved').waitFor();

	await stage.send({ to: '33612345678', text: 'Do you come?' });
	await stage.client.reply('33612345678', 'Yes');
	const pushes = page.getByRole('list', { name: 'Pushes' });
	const reply = pushes.getByRole('listitem').filter({ hasText: '+33 6 12 34 56 78 · “Yes”' });
	await reply.getByText('200 Noted').first().waitFor();
	await reply.locator('summary').click();
	await reply.getByText('smsMoId').waitFor();
	await pushes
		.getByText(/\+33 6 12 34 56 78 · Delivered/)
		.first()
		.waitFor();
	await page.close();
});

test('a campaign shows how far it is, and that it was cancelled', async () => {
	await stage.send({ to: '33612345678,33687654321', text: 'Hello', campaignName: 'Spring' });
	await stage.send({
		to: '33612345678',
		text: 'Later',
		campaignName: 'Autumn',
		date: '2040-09-01 09:00:00',
	});
	const page = await stage.openPage('#/campaigns');
	const campaigns = page.getByRole('list', { name: 'Campaigns' }).getByRole('listitem');
	const spring = campaigns.filter({ hasText: 'Spring' });
	await spring.getByText('2 recipients · 2 delivered · 0 failed · 0 pending').waitFor();
	await spring.getByText('Done').waitFor();

	const autumn = campaigns.filter({ hasText: 'Autumn' });
	await autumn.getByText(/^Scheduled for/).waitFor();
	const [campId] = /[\w-]+$/.exec(
		(await autumn.locator('.campaign-foot span').textContent()) ?? '',
	) ?? [''];
	await stage.v9.call('deleteCampaign', { campId });
	await autumn.getByText('Canceled').waitFor();
	await page.close();
});

test('a campaign tells how many phones show another sender than the one it asked for', async () => {
	await stage.send({ to: '33612345678,4915123456789', text: 'Hello', sender: 'Bistro' });
	await stage.send({ to: '33612345678', text: 'Hello. STOP au 36180', sender: 'Cantine' });
	const page = await stage.openPage('#/campaigns');
	const campaigns = page.getByRole('list', { name: 'Campaigns' }).getByRole('listitem');
	const bistro = campaigns.filter({ hasText: 'from Bistro' });
	await bistro.getByText('1 phone shows 36180 in place of “Bistro”').waitFor();
	const cantine = campaigns.filter({ hasText: 'from Cantine' });
	await cantine.waitFor();
	expect(await cantine.getByText('in place of').isVisible()).toBe(false);
	await page.close();
});

test('the credits that are left are read aloud with their number', async () => {
	const page = await stage.openPage();
	await page.getByRole('link', { name: '15,000,000 credits', exact: true }).waitFor();
	await page.close();
});

test('a fault is added, met and cleared', async () => {
	const page = await stage.openPage('#/faults');
	await page.getByLabel('What happens').selectOption({ label: 'Answer with an HTTP status' });
	await page.getByLabel('HTTP status').fill('503');
	await page.getByLabel('How often').selectOption({ label: 'Twice' });
	await page.getByRole('button', { name: 'Add fault' }).click();
	const table = page.getByRole('table', { name: 'Faults that wait' });
	await table.getByText('Answer with an HTTP status · status 503').waitFor();

	const met = await fetch(`${stage.origin}/account`);
	expect(met.status).toBe(503);
	await page.getByRole('button', { name: 'Clear all faults' }).click();
	await page.getByText('Everything works as it should').waitFor();
	const healthy = await fetch(`${stage.origin}/account`);
	expect(healthy.status).toBe(401);
	await page.close();
});

test('requests are listed with their keys masked', async () => {
	await stage.v9.call('getInfo', {});
	const page = await stage.openPage('#/requests');
	const request = page
		.getByRole('list', { name: 'API requests' })
		.getByRole('listitem')
		.filter({ hasText: '/http/9.0/getInfo' });
	await request.getByText('200').first().waitFor();
	await request.locator('summary').click();
	expect(await request.textContent()).not.toContain('sandbox-key');
	await page.close();
});

test('numbers that fail on purpose are told before and where faults are set', async () => {
	const page = await stage.openPage();
	await page.getByRole('heading', { name: 'Numbers that fail on purpose' }).waitFor();
	expect(await page.locator('.endings dt').count()).toBeGreaterThan(2);
	await page.close();
});

test('reset asks first, and empties the sandbox', async () => {
	await stage.send({ to: '33612345678', text: 'Hello' });
	const page = await stage.openPage();
	await rowOf(page, '+33 6 12 34 56 78').waitFor();
	await page.getByRole('button', { name: 'Reset' }).click();
	await page.getByRole('button', { name: 'Keep everything' }).click();
	await rowOf(page, '+33 6 12 34 56 78').waitFor();
	await page.getByRole('button', { name: 'Reset' }).click();
	await page.getByRole('button', { name: 'Reset the sandbox' }).click();
	await page.getByText('Waiting for the first SMS').waitFor();
	await page.close();
});
