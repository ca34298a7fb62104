import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { readExecution } from '../../local-n8n/client/executions.mts';
import { ask, answerOf, askedOf, type OpenQuestion } from './approvals/question.mts';
import { setN8nStage, type N8nStage } from './browser/n8n-stage.mts';
import { openBrowser } from './browser/open-browser.mts';
import { keepScreenshot } from './browser/screenshot.mts';

jest.setTimeout(240_000);

const ORDER = { to: '06 12 34 56 78', message: 'Order 1234 over 900 € waits for you:' };
const BOTH = { approvalOptions: { values: { approvalType: 'double' } } };

const firstLink = ({ links: [link] }: OpenQuestion): string => {
	if (!link) throw new Error('No SMS holds a link');
	return link;
};

describe.each(['2', '1'] as const)('an SMS that waits for its answer, on n8n %s.x', (line) => {
	let stage: N8nStage;
	let browser: Browser;
	let page: Page;

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
		await page.goto(firstLink(question));
		expect(await page.getByRole('heading').textContent()).toBe('Order <1234>');
		expect(await page.locator('html').getAttribute('lang')).toBe('fr');
		await keepScreenshot(page, `approval-${line}`);
		expect((await readExecution(stage.session, question.executionId)).status).toBe('waiting');

		await page.getByRole('button', { name: 'Decline' }).click();
		await page.getByText('Votre réponse a bien été reçue').waitFor();
		await keepScreenshot(page, `approval-recorded-${line}`);
		const execution = await question.ended();
		const data = { approved: false, respondedAt: expect.any(String), to: '+33612345678' };
		expect(answerOf(execution)).toEqual([{ data }]);
		expect(askedOf(execution)).toEqual([{ data }]);
	});
});
