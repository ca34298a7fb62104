import { createRequire } from 'node:module';

import { expect, test } from '@jest/globals';
import type axe from 'axe-core';
import { fetch } from 'undici';

import { keepScreenshot } from '../browser/screenshot.mts';
import type { ApprovalScene } from './approval-scene.mts';
import { BOTH, ORDER } from './question-texts.mts';
import { answerOf, ask, askedOf, linkOf, post } from './question.mts';

declare global {
	interface Window {
		readonly axe: typeof axe;
	}
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What the second of two buttons sends. */
const SECOND = { answer: '1' };

/** A question that is answered on the page behind the link of its SMS. */
export function byLinkSuite(scene: ApprovalScene): void {
	test('is answered by its link, in the language of the phone', async () => {
		const question = await ask(scene.stage, {
			...ORDER,
			...BOTH,
			options: { pageTitle: 'Order <1234>', pageText: '3 chairs & a table\n900 €' },
		});
		await scene.page.goto(linkOf(question));
		expect(await scene.page.getByRole('heading').textContent()).toBe('Order <1234>');
		expect(await scene.page.locator('html').getAttribute('lang')).toBe('fr');
		await keepScreenshot(scene.page, `approval-${scene.line}`);
		expect(await scene.statusOf(question)).toBe('waiting');

		await scene.page.getByRole('button', { name: 'Decline' }).click();
		await scene.page.getByText('Votre réponse a bien été reçue').waitFor();
		await keepScreenshot(scene.page, `approval-recorded-${scene.line}`);
		const execution = await question.ended();
		const data = { approved: false, respondedAt: expect.any(String), to: '+33612345678' };
		expect(answerOf(execution)).toEqual([{ data }]);
		expect(askedOf(execution)).toEqual([{ data }]);
	});

	test('decides nothing when a preview opens its link', async () => {
		const question = await ask(scene.stage, ORDER);
		const link = linkOf(question);
		const head = await fetch(link, { method: 'HEAD' });
		expect(head.status).toBe(200);
		const preview = await fetch(link, { headers: { 'user-agent': 'WhatsApp/2.23' } });
		expect(preview.status).toBe(200);
		expect(preview.headers.get('content-security-policy')).toContain("default-src 'none'");
		expect(preview.headers.get('cache-control')).toBe('no-store');
		expect(preview.headers.get('set-cookie')).toBeNull();
		expect(await preview.text()).toContain('Order 1234 over 900 €');
		expect(await scene.statusOf(question)).toBe('waiting');

		const forged = new URL(link);
		forged.searchParams.set('q', '0.1');
		expect((await fetch(forged)).status).toBe(401);
		expect(await scene.statusOf(question)).toBe('waiting');

		await post(link, { answer: '0' });
		expect(answerOf(await question.ended())).toMatchObject([{ data: { approved: true } }]);
	});

	test('is decided once when two answer at once', async () => {
		const question = await ask(scene.stage, {
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
			const context = await scene.browser.newContext({
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
				const question = await ask(scene.stage, parameters);
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
		const question = await ask(scene.stage, {
			to: '0612345678',
			message: 'When can you come?',
			responseType: 'freeText',
		});
		await scene.page.goto(linkOf(question));
		const empty = await post(linkOf(question), { text: '  ' });
		expect(empty.status).toBe(400);
		expect(empty.html).toContain('Please write an answer first.');
		await scene.page.getByLabel('Votre réponse').fill('Demain à 9 h <b>\n& après');
		await scene.page.getByRole('button', { name: 'Envoyer' }).click();
		await scene.page.getByText('Demain à 9 h <b>').waitFor();
		expect(answerOf(await question.ended())).toMatchObject([
			{ data: { text: 'Demain à 9 h <b>\n& après', to: '+33612345678' } },
		]);
	});

	test('goes on without an answer when its time is over', async () => {
		const limit = { limitType: 'afterTimeInterval', resumeAmount: 0.1, resumeUnit: 'minutes' };
		const question = await ask(scene.stage, {
			...ORDER,
			options: { limitWaitTime: { values: limit } },
		});
		const execution = await question.ended();
		expect(answerOf(execution)).toEqual([{ data: { expired: true } }]);
		expect(askedOf(execution)).toEqual([{ data: { expired: true } }]);
		expect((await post(linkOf(question), { answer: '0' })).html).toContain('No action required');
	});
}
