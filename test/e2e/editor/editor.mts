import { selectors, type Browser, type Locator, type Page } from 'playwright-core';

import { localOwner } from '../../../local-n8n/client/session.mts';
import { until } from '../browser/until.mts';
import type { NodeDescription } from './node-description.mts';

/** n8n marks the parts of its editor with this attribute. */
selectors.setTestIdAttribute('data-test-id');

/** n8n binds a session to this value of the browser. */
const browserId = 'e2e-browser';

/** How n8n marks the field of a parameter, by its kind; the parameter's name follows. */
const fieldKinds = ['parameter-input', 'fixed-collection', 'resource-locator'] as const;
const shownFields = fieldKinds.map((kind) => `[data-test-id^="${kind}-"]`).join(', ');
const fieldPrefix = new RegExp(`^(${fieldKinds.join('|')})-`);

/** How long n8n's editor may take to load on a busy machine. */
const patienceMs = 60_000;

/** The editor of one n8n in one browser window, as a person works with it. */
export class Editor {
	/** What went wrong inside: errors of scripts, and requests to n8n that it refused. */
	readonly wrongs: string[] = [];

	private constructor(
		readonly page: Page,
		private readonly url: string,
	) {
		page.setDefaultTimeout(20_000);
		page.setDefaultNavigationTimeout(patienceMs);
		page.on('pageerror', (error) => this.wrongs.push(error.message));
		page.on('response', (response) => {
			if (response.url().startsWith(`${url}/rest/`) && response.status() >= 400) {
				this.wrongs.push(`${response.status()} ${response.url()}`);
			}
		});
	}

	/** Opens a window, signed in as the owner of this n8n. */
	static async open(
		browser: Browser,
		url: string,
		colorScheme: 'light' | 'dark' = 'light',
	): Promise<Editor> {
		const context = await browser.newContext({
			viewport: { width: 1440, height: 1000 },
			colorScheme,
			extraHTTPHeaders: { 'browser-id': browserId },
		});
		await context.addInitScript((id) => localStorage.setItem('n8n-browserId', id), browserId);
		const answer = await context.request.post(`${url}/rest/login`, {
			data: { emailOrLdapLoginId: localOwner.email, password: localOwner.password },
		});
		if (!answer.ok()) throw new Error(`n8n did not let the owner in: ${await answer.text()}`);
		return new Editor(await context.newPage(), url);
	}

	/** What n8n tells its editor of a node type. */
	async nodeDescription(type: string): Promise<NodeDescription> {
		const answer = await this.page.context().request.get(`${this.url}/types/nodes.json`);
		const all: NodeDescription[] = await answer.json();
		const found = all.find(({ name }) => name === type);
		if (!found) throw new Error(`n8n knows no node type "${type}"`);
		return found;
	}

	/** Opens a stored workflow on the canvas. */
	async openWorkflow(id: string): Promise<void> {
		await this.goTo(`/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor({ timeout: patienceMs });
	}

	/** Goes to a page of n8n, and waits no longer than it takes to answer. */
	async goTo(path: string): Promise<void> {
		await this.page.goto(`${this.url}${path}`, { waitUntil: 'commit' });
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Opens a node's panel by a double click, as people do. */
	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.panel.waitFor();
	}

	async closeNode(): Promise<void> {
		await this.page.getByTestId('ndv-close-button').click();
		await this.panel.waitFor({ state: 'hidden' });
	}

	/** The panel of the open node. */
	get panel(): Locator {
		return this.page.getByTestId('ndv');
	}

	/** The field of a parameter in the open node, by the parameter's name. */
	parameter(name: string): Locator {
		return this.panel.getByTestId(`parameter-input-${name}`);
	}

	/** Names of all parameters that the open node shows, in the order of the panel. */
	async shownParameters(): Promise<string[]> {
		const fields = this.panel.getByTestId('node-parameters').locator(shownFields);
		const ids = await fields.evaluateAll((all) =>
			all.map((field) => field.getAttribute('data-test-id') ?? ''),
		);
		return ids
			.map((id) => id.replace(fieldPrefix, ''))
			.filter(
				(name, index, all) => !['field', 'add'].includes(name) && all.indexOf(name) === index,
			);
	}

	/** Picks an entry of a drop-down list by the text a person reads. */
	async choose(parameter: string, option: string): Promise<void> {
		const field = this.parameter(parameter);
		if ((await this.chosen(parameter)) === option) return;
		await field.click();
		await this.page
			.getByRole('option', { name: option, exact: true })
			.or(this.page.locator('.el-select-dropdown__item:visible').filter({ hasText: option }))
			.first()
			.click();
		await until(`"${option}" is chosen`, async () => (await this.chosen(parameter)) === option);
	}

	/** What a drop-down list shows as chosen. */
	async chosen(parameter: string): Promise<string> {
		return await this.parameter(parameter).locator('input').first().inputValue();
	}

	/** Picks a credential in the open node by its name. */
	async chooseCredential(name: string): Promise<void> {
		const field = this.panel.getByTestId('node-credentials-select');
		if ((await field.locator('input').first().inputValue()) === name) return;
		await field.click();
		await this.page
			.locator('[data-test-id^="node-credentials-select-item-"]:visible')
			.filter({ hasText: name })
			.first()
			.click();
	}

	/** Saves the open workflow through the menu, as the file that people pass on. */
	async exportWorkflow(file: string): Promise<void> {
		await this.page.getByTestId('workflow-menu').click();
		const [download] = await Promise.all([
			this.page.waitForEvent('download'),
			this.page.getByText('Export JSON').click(),
		]);
		await download.saveAs(file);
	}

	/** Imports such a file into a new workflow. */
	async importWorkflow(file: string): Promise<void> {
		await this.goTo('/workflow/new');
		await this.page.getByTestId('workflow-menu').waitFor({ timeout: patienceMs });
		await this.page.getByTestId('workflow-import-input').setInputFiles(file);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Clicks "Execute workflow" on the canvas. */
	async executeWorkflow(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').click();
	}

	/** The rows of the open node's output, as the table shows them: one record of texts per item. */
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

	async close(): Promise<void> {
		await this.page.context().close();
	}
}
