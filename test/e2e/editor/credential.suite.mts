import { describe, expect, test } from '@jest/globals';

import { saveCredential } from '../../../local-n8n/client/credentials.mts';
import { keepScreenshot } from '../browser/screenshot.mts';
import type { Scene } from '../scene.mts';

/** What a person reads who opens a credential that is right, and three that are not. */
export const credentialSuite = (scene: Scene): void =>
	describe('credential', () => {
		const open = async (name: string, data: Record<string, string>): Promise<string> => {
			const { editor, stage } = scene;
			const { id } = await saveCredential(stage.session, {
				name,
				type: 'allMySmsApi',
				data: { login: 'sandbox', apiKey: 'sandbox-key', baseUrl: stage.sandboxOrigin, ...data },
			});
			return await editor.credentialVerdict(id);
		};

		test('the right login and key are told to work', async () => {
			expect(await open('Right', {})).toContain('Connection tested successfully');
			await keepScreenshot(scene.editor.page, 'credential-right');
		});

		test('a wrong key is told as such, and not shown', async () => {
			const verdict = await open('Wrong key', { apiKey: 'not-the-key' });
			expect(verdict).toMatch(/key/i);
			expect(verdict).not.toContain('not-the-key');
			await keepScreenshot(scene.editor.page, 'credential-wrong-key');
		});

		test('an address where nobody listens is told as such', async () => {
			const verdict = await open('Wrong address', { baseUrl: 'http://127.0.0.1:9' });
			expect(verdict).toContain('127.0.0.1:9');
			await keepScreenshot(scene.editor.page, 'credential-wrong-address');
		});

		test('an address that is none is told as such', async () => {
			const verdict = await open('No address', { baseUrl: 'api.allmysms' });
			expect(verdict).toMatch(/Base URL/);
			await keepScreenshot(scene.editor.page, 'credential-no-address');
		});
	});
