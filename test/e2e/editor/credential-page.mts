import type { Locator } from 'playwright-core';

import { until } from '../browser/until.mts';
import type { Editor } from './editor.mts';

/** The window in which a person fills in a credential, and reads what n8n's test of it says. */
export class CredentialPage {
	private readonly root: Locator;

	private constructor(private readonly editor: Editor) {
		this.root = editor.page.getByTestId('node-credentials-config-container');
	}

	/** Opens a stored credential, which n8n tests at once. */
	static async open(editor: Editor, id: string): Promise<CredentialPage> {
		const opened = new CredentialPage(editor);
		await editor.goTo(`/home/credentials/${id}`, opened.root);
		return opened;
	}

	/** Types values into fields, saves, and gives what the test says then. */
	async save(values: Readonly<Record<string, string>>): Promise<string> {
		for (const [name, value] of Object.entries(values)) {
			await this.root.getByTestId(`parameter-input-${name}`).locator('input').fill(value);
		}
		const { page } = this.editor;
		const tested = page.waitForResponse((response) =>
			response.url().endsWith('/rest/credentials/test'),
		);
		await page.getByTestId('credential-save-button').click();
		await tested;
		return await this.verdict();
	}

	/** What n8n says of the credential, details included. */
	async verdict(): Promise<string> {
		const good = this.root.getByTestId('credentials-config-container-test-success');
		const details = this.root.getByText('More details');
		return await until('a verdict on the credential', async () => {
			if (await good.isVisible()) return await good.innerText();
			if (await details.isVisible()) await details.click();
			const text = await this.root.innerText();
			return text.includes('Couldn’t connect') && !text.includes('More details') && text;
		});
	}
}
