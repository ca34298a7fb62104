import { createRequire } from 'node:module';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { fetch } from 'undici';

import { readExecution } from '../../local-n8n/client/executions.mts';
import { itemsOf, playExample } from './approvals/examples.mts';
import { ask, answerOf, askedOf, type OpenQuestion } from './approvals/question.mts';
import { setN8nStage, type N8nStage } from './browser/n8n-stage.mts';
import { NO_WEBHOOKS } from '../../sandbox/pushes/webhooks.mts';
import { until } from './browser/until.mts';
import { openBrowser } from './browser/open-browser.mts';
import { keepScreenshot } from './browser/screenshot.mts';

jest.setTimeout(240_000);

declare global {
	interface Window {
		readonly axe: typeof axe;
	}
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const ORDER = { to: '06 12 34 56 78', message: 'Order 1234 over 900 € waits for you:' };
const BOTH = { approvalOptions: { values: { approvalType: 'double' } } };

const BY_SMS = { to: '06 12 34 56 78', message: 'Do you come?', responseType: 'smsReply' };

/** What the second of two buttons sends. */
const SECOND = { answer: '1' };

const post = async (link: string, fields: Record<string, string>) => {
	const answer = await fetch(link, { method: 'POST', body: new URLSearchParams(fields) });
	return { status: answer.status, html: await answer.text() };
};

const linkOf = ({ links }: OpenQuestion, position = 0): string => {
	const link = links[position];
	if (!link) throw new Error(`The SMS ${position} holds no link`);
	return link;
};

describe.each(['2', '1'] as const)('an SMS that waits for its answer, on n8n %s.x', (line) => {
	let stage: N8nStage;
	let browser: Browser;
	let page: Page;
	const statusOf = async ({ executionId }: OpenQuestion) =>
		(await readExecution(stage.session, executionId)).status;

	beforeAll(async () => {
		[stage, browser] = await Promise.all([setN8nStage({ line }), openBrowser()]);
		const context = await browser.newContext({
			viewport: { width: 360, height: 640 },
			locale: 'fr-FR',
			javaScriptEnabled: false,
		});
		page = await context.newPage();
	});
	afterAll(async () => {
		await browser.close();
		await stage.close();
	});

	test('is answered by its link, in the language of the phone', async () => {
		const question = await ask(stage, {
			...ORDER,
			...BOTH,
			options: { pageTitle: 'Order <1234>', pageText: '3 chairs & a table\n900 €' },
		});
		await page.goto(linkOf(question));
		expect(await page.getByRole('heading').textContent()).toBe('Order <1234>');
		expect(await page.locator('html').getAttribute('lang')).toBe('fr');
		await keepScreenshot(page, `approval-${line}`);
		expect(await statusOf(question)).toBe('waiting');

		await page.getByRole('button', { name: 'Decline' }).click();
		await page.getByText('Votre réponse a bien été reçue').waitFor();
		await keepScreenshot(page, `approval-recorded-${line}`);
		const execution = await question.ended();
		const data = { approved: false, respondedAt: expect.any(String), to: '+33612345678' };
		expect(answerOf(execution)).toEqual([{ data }]);
		expect(askedOf(execution)).toEqual([{ data }]);
	});

	test('decides nothing when a preview opens its link', async () => {
		const question = await ask(stage, ORDER);
		const link = linkOf(question);
		const head = await fetch(link, { method: 'HEAD' });
		expect(head.status).toBe(200);
		const preview = await fetch(link, { headers: { 'user-agent': 'WhatsApp/2.23' } });
		expect(preview.status).toBe(200);
		expect(preview.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(preview.headers.get('cache-control')).toBe('no-store');
		expect(preview.headers.get('set-cookie')).toBeNull();
		expect(await preview.text()).toContain('Order 1234 over 900 €');
		expect(await statusOf(question)).toBe('waiting');

		const forged = new URL(link);
		forged.searchParams.set('q', '0.1');
		expect((await fetch(forged)).status).toBe(401);
		expect(await statusOf(question)).toBe('waiting');

		await post(link, { answer: '0' });
		expect(answerOf(await question.ended())).toMatchObject([{ data: { approved: true } }]);
	});

	test('is decided once when two answer at once', async () => {
		const question = await ask(stage, {
			to: '06 12 34 56 78, 06 12 34 56 79',
			message: 'Who comes?',
			responseType: 'buttons',
			buttons: { values: [{ label: 'Me' }, { label: 'Not me' }] },
		});
		expect(question.links).toHaveLength(2);
		const answers = await Promise.all([
			post(linkOf(question, 0), { answer: '0' }),
			post(linkOf(question, 1), SECOND),
		]);
		const execution = await question.ended();
		const taken = answers.filter(({ html }) => html.includes('Your answer has been received'));
		expect(taken).toHaveLength(1);
		const isFirst = taken[0] === answers[0];
		expect(answerOf(execution)).toEqual([
			{
				data: {
					choice: isFirst ? 'Me' : 'Not me',
					respondedAt: expect.any(String),
					to: isFirst ? '+33612345678' : '+33612345679',
				},
			},
		]);
		// Whoever comes after all that reads n8n's own page.
		const late = await post(linkOf(question, 0), SECOND);
		expect(late.html).toContain('No action required');
	});

	test.each(['light', 'dark'] as const)(
		'shows pages that all can read, %s',
		async (colorScheme) => {
			const context = await browser.newContext({
				viewport: { width: 320, height: 568 },
				colorScheme,
				bypassCSP: true,
			});
			await context.addInitScript({ path: axeFile });
			const small = await context.newPage();
			const findings = async () => {
				const { violations } = await small.evaluate(async () => await window.axe.run(document));
				return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
			};
			const words = { ...ORDER, responseType: 'freeText' };
			for (const parameters of [{ ...ORDER, ...BOTH }, words]) {
				const question = await ask(stage, parameters);
				await small.goto(linkOf(question));
				expect(await findings()).toEqual([]);
				const width = await small.evaluate(() => document.documentElement.scrollWidth);
				expect(width).toBeLessThanOrEqual(320);
				const field = small.locator('textarea');
				if (await field.isVisible()) await field.fill('x'.repeat(200));
				await small.getByRole('button').first().click();
				await small.getByText('Your answer has been received').waitFor();
				expect(await findings()).toEqual([]);
			}
			await context.close();
		},
	);

	test('takes words, with a field that says what is missing', async () => {
		const question = await ask(stage, {
			to: '0612345678',
			message: 'When can you come?',
			responseType: 'freeText',
		});
		await page.goto(linkOf(question));
		const empty = await post(linkOf(question), { text: '  ' });
		expect(empty.status).toBe(400);
		expect(empty.html).toContain('Please write an answer first.');
		await page.getByLabel('Votre réponse').fill('Demain à 9 h <b>\n& après');
		await page.getByRole('button', { name: 'Envoyer' }).click();
		await page.getByText('Demain à 9 h <b>').waitFor();
		expect(answerOf(await question.ended())).toMatchObject([
			{ data: { text: 'Demain à 9 h <b>\n& après', to: '+33612345678' } },
		]);
	});

	test('goes on without an answer when its time is over', async () => {
		const limit = { limitType: 'afterTimeInterval', resumeAmount: 0.1, resumeUnit: 'minutes' };
		const question = await ask(stage, { ...ORDER, options: { limitWaitTime: { values: limit } } });
		const execution = await question.ended();
		expect(answerOf(execution)).toEqual([{ data: { expired: true } }]);
		expect(askedOf(execution)).toEqual([{ data: { expired: true } }]);
		expect((await post(linkOf(question), { answer: '0' })).html).toContain('No action required');
	});

	test('is answered by an SMS, which starts nothing else', async () => {
		const question = await ask(stage, BY_SMS);
		expect(question.links).toEqual(['']);
		await stage.sandbox.reply('33612345678', 'Oui, à demain');
		expect(answerOf(await question.ended())).toEqual([
			{ data: { text: 'Oui, à demain', respondedAt: expect.any(String), to: '+33612345678' } },
		]);
		expect(await question.heard()).toEqual([]);
		await stage.sandbox.reply('33612345678', 'Et merci');
		const heard = await until('the second reply', async () => {
			const items = await question.heard();
			return items.length > 0 && items;
		});
		expect(heard).toMatchObject([{ event: 'reply', message: 'Et merci' }]);
	});

	test('answers the question that the reply belongs to, and no other', async () => {
		const first = await ask(stage, BY_SMS);
		const second = await ask(stage, BY_SMS);
		await stage.sandbox.reply('33612345678', 'Oui');
		expect(answerOf(await second.ended())).toMatchObject([{ data: { text: 'Oui' } }]);
		expect(await statusOf(first)).toBe('waiting');
	});

	test('is over for whoever sends STOP, and the workflow is told', async () => {
		const question = await ask(stage, { ...BY_SMS, to: '06 12 34 56 78, 06 12 34 56 79' });
		await stage.sandbox.reply('33612345678', 'STOP');
		await until('STOP to be told', async () => (await question.heard()).length === 1);
		expect(await statusOf(question)).toBe('waiting');
		await stage.sandbox.reply('33612345679', 'STOP');
		expect(answerOf(await question.ended())).toMatchObject([
			{ data: { text: 'STOP', stop: true, to: '+33612345679' } },
		]);
		await until('both to be told', async () => (await question.heard()).length === 2);
		await stage.sandbox.reset();
	});

	test('approves the order of the example', async () => {
		const { ended } = await playExample(stage, 'approval-by-sms');
		const messages = await until('both managers to be asked', async () => {
			const all = await stage.sandbox.messages();
			return all.length === 2 && all;
		});
		expect(messages[0]?.text).toMatch(/^Order 1234 over €1,890 waits for your approval:\nhttp/);
		await page.goto(/http\S+/.exec(messages[1]?.text ?? '')?.[0] ?? '');
		await page.getByText('12 chairs, oak').waitFor();
		await keepScreenshot(page, `approval-by-sms-${line}`);
		await page.getByRole('button', { name: 'Approve' }).click();
		const released = await until('the order to be released', async () => {
			const items = itemsOf(await ended(), 'Release');
			return items.length > 0 && items;
		});
		expect(released).toEqual([{ order: '1234', status: 'released', by: '+33698765432' }]);
	});

	test('confirms the appointments of the example', async () => {
		const { ended } = await playExample(stage, 'confirm-appointment');
		await until('both patients to be asked', async () => {
			return (await stage.sandbox.messages()).length === 2;
		});
		await stage.sandbox.reply('33698765432', '2 sorry');
		await stage.sandbox.reply('33612345678', '1');
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

	test('survives a restart of n8n', async () => {
		const bySms = await ask(stage, BY_SMS);
		const question = await ask(stage, { ...ORDER, ...BOTH, to: '06 12 34 56 79' });
		await stage.restart();
		await stage.sandbox.setWebhooks({ ...NO_WEBHOOKS, replyUrl: bySms.replyUrl });
		await stage.sandbox.reply('33612345678', 'Oui');
		expect(answerOf(await bySms.ended())).toMatchObject([{ data: { text: 'Oui' } }]);
		await page.goto(linkOf(question));
		await page.getByRole('button', { name: 'Approve' }).click();
		await page.getByText('Votre réponse a bien été reçue').waitFor();
		expect(answerOf(await question.ended())).toMatchObject([{ data: { approved: true } }]);
	});
});
