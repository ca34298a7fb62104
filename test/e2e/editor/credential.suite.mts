import { beforeAll, describe, expect, test } from '@jest/globals';

import { saveCredential } from '../../../local-n8n/client/credentials.mts';
import { keepScreenshot } from '../browser/screenshot.mts';
import type { Scene } from '../scene.mts';
import { CredentialPage } from './credential-page.mts';

/** What a person reads who fills in a credential rightly, and wrongly. */
export const credentialSuite = (scene: Scene): void =>
	describe('credential', () => {
		let page: CredentialPage;

		beforeAll(async () => {
			const { editor, stage } = scene;
			const { id } = await saveCredential(stage.session, {
				name: 'To be tested',
				type: 'allMySmsApi',
				data: { login: 'sandbox', apiKey: 'sandbox-key', baseUrl: stage.sandboxOrigin },
			});
			page = await CredentialPage.open(editor, id);
		});

		test('the right login and key are told to work', async () => {
			expect(await page.verdict()).toContain('Connection tested successfully');
			await keepScreenshot(scene.editor.page, 'credential-right');
		});

		test('a wrong key is told as such, and not shown', async () => {
			const verdict = await page.save({ apiKey: 'not-the-key' });
			expect(verdict).toMatch(/login .*API key/);
			expect(verdict).not.toContain('not-the-key');
			await keepScreenshot(scene.editor.page, 'credential-wrong-key');
		});

		test('an address where nobody listens is told as such', async () => {
			const verdict = await page.save({ baseUrl: 'http://127.0.0.1:9' });
			expect(verdict).toContain('127.0.0.1:9');
			await keepScreenshot(scene.editor.page, 'credential-wrong-address');
		});

		test('an address that is none is told as such', async () => {
			expect(await page.save({ baseUrl: 'api.allmysms' })).toContain('Base URL');
			await keepScreenshot(scene.editor.page, 'credential-no-address');
		});
	});
