import type { Locator, Page } from 'playwright-core';

import { until } from '../browser/until.mts';

/** How n8n marks the field of a parameter, by its kind; the parameter's name follows. */
const fieldKinds = ['parameter-input', 'fixed-collection', 'resource-locator'] as const;
/** How n8n marks a form of fields; it does not say of which parameter, and the pack has one. */
const FORM = { mark: 'resource-mapper-container', parameter: 'fields' };
const shownFields = [
	...fieldKinds.map((kind) => `[data-test-id^="${kind}-"]`),
	`[data-test-id="${FORM.mark}"]`,
].join(', ');
const fieldPrefix = new RegExp(`^(${fieldKinds.join('|')})-`);

/** Endings that mark parts of a field, not a parameter. */
const partsOfFields = ['field', 'add', 'dropdown'];

/** The panel of the node that is open in n8n's editor. */
export class NodePanel {
	readonly root: Locator;

	constructor(private readonly page: Page) {
		this.root = page.getByTestId('ndv');
	}

	async close(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.root.waitFor({ state: 'hidden' });
	}

	/** The field of a parameter, by the parameter's name. */
	parameter(name: string): Locator {
		return this.root.getByTestId(`parameter-input-${name}`);
	}

	/** Names of all parameters on show, in the order of the panel. */
	async shownParameters(): Promise<string[]> {
		const fields = this.root.getByTestId('node-parameters').locator(shownFields);
		const ids = await fields.evaluateAll((all) =>
			all.map((field) => field.getAttribute('data-test-id') ?? ''),
		);
		const names = ids.map((id) =>
			id === FORM.mark ? FORM.parameter : id.replace(fieldPrefix, ''),
		);
		return [...new Set(names)].filter((name) => !partsOfFields.includes(name));
	}

	/** Picks an entry of a drop-down list by the text a person reads. */
	async choose(parameter: string, option: string): Promise<void> {
		const chosen = this.parameter(parameter).locator('input').first();
		if ((await chosen.inputValue()) === option) return;
		await this.parameter(parameter).click();
		await this.page
			.getByRole('option')
			.filter({ has: this.page.getByText(option, { exact: true }), visible: true })
			.click();
		await until(`"${option}" is chosen`, async () => (await chosen.inputValue()) === option);
	}

	/** Picks a credential by its name. */
	async chooseCredential(name: string): Promise<void> {
		const field = this.root.getByTestId('node-credentials-select');
		if ((await field.locator('input').first().inputValue()) === name) return;
		await field.click();
		await this.page
			.locator('[data-test-id^="node-credentials-select-item-"]')
			.filter({ hasText: name, visible: true })
			.first()
			.click();
	}

	/** The entries that a resource locator offers, after typing `search` into it. */
	async offeredBy(parameter: string, search = ''): Promise<string[]> {
		const entries = this.page.getByTestId('rlc-item').filter({ visible: true });
		if ((await entries.count()) === 0) {
			const field = this.root.getByTestId(`resource-locator-${parameter}`);
			await field.getByTestId('rlc-input').click();
			await entries.first().waitFor();
		}
		if (search !== '') await this.page.getByTestId('rlc-search').fill(search);
		return await until('entries that match the search', async () => {
			const texts = (await entries.allInnerTexts()).map((text) => text.trim());
			const match = texts.every((text) => text.toLowerCase().includes(search.toLowerCase()));
			return texts.length > 0 && match && texts;
		});
	}

	/** Picks one of the entries that a resource locator offers just now. */
	async pickOffered(entry: string): Promise<void> {
		await this.page.getByTestId('rlc-item').filter({ hasText: entry }).first().click();
	}

	/** Writes into a resource locator by name, whichever mode it is in. */
	async writeName(parameter: string, name: string): Promise<void> {
		const field = this.root.getByTestId(`resource-locator-${parameter}`);
		await field.getByTestId('rlc-mode-selector').click();
		await this.page.getByTestId('mode-name').filter({ visible: true }).click();
		await field.getByTestId('rlc-input').fill(name);
		await until(`"${name}" is written`, async () => {
			return (await field.getByTestId('rlc-input').inputValue()) === name;
		});
	}

	/** The address that a trigger shows, unfolded by a click where it is not in sight. */
	async webhookAddress(): Promise<string> {
		const address = this.root.locator('.webhook-url').filter({ visible: true }).first();
		if (!(await address.isVisible())) {
			await this.root.getByText('Webhook URLs').first().click();
		}
		return (await address.innerText()).trim();
	}

	/** The rows of the output, as the table shows them: one record of texts per item. */
	async outputTable(): Promise<Array<Record<string, string>>> {
		const output = this.page.getByTestId('output-panel');
		await output.getByTestId('radio-button-table').click();
		const table = output.getByTestId('ndv-data-container').locator('table');
		await table.waitFor();
		return await table.evaluate((node) => {
			const texts = (cells: Iterable<Element>) =>
				[...cells].map((cell) => cell.textContent?.trim() ?? '');
			const [head = [], ...rows] = [...node.querySelectorAll('tr')].map((row) =>
				texts(row.children),
			);
			return rows.map((row) =>
				Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])),
			);
		});
	}
}
