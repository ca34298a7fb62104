import { selectors, type Browser, type Locator, type Page } from 'playwright-core';

import { localOwner } from '../../../local-n8n/client/session.mts';
import type { NodeDescription } from './node-description.mts';
import { NodePanel } from './node-panel.mts';

/** n8n marks the parts of its editor with this attribute. */
selectors.setTestIdAttribute('data-test-id');

/** n8n binds a session to this value of the browser. */
const browserId = 'e2e-browser';

/** How long a page of n8n may take to load on a busy machine. */
const patienceMs = 90_000;

/** The editor of one n8n in one browser window, as a person works with it. */
export class Editor {
	/** What went wrong inside: errors of scripts, and requests that n8n refused. */
	readonly wrongs: string[] = [];

	readonly panel: NodePanel;

	private constructor(
		readonly page: Page,
		private readonly url: string,
	) {
		this.panel = new NodePanel(page);
		page.setDefaultTimeout(30_000);
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
		const all = (await answer.json()) as NodeDescription[];
		const found = all.find(({ name }) => name === type);
		if (!found) throw new Error(`n8n knows no node type "${type}"`);
		return found;
	}

	/** Goes to a page of n8n and waits until this part of it is there. */
	async goTo(path: string, part: Locator): Promise<void> {
		await this.page.goto(`${this.url}${path}`, { waitUntil: 'commit', timeout: patienceMs });
		await part.waitFor({ timeout: patienceMs });
	}

	/** Opens a stored workflow on the canvas. */
	async openWorkflow(id: string): Promise<void> {
		await this.goTo(`/workflow/${id}`, this.page.getByTestId('canvas-node').first());
	}

	/** A node on the canvas. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Waits until a node on the canvas wears the mark of success. */
	async nodeSucceeded(name: string): Promise<void> {
		await this.node(name).getByTestId('canvas-node-status-success').waitFor();
	}

	/** Opens a node's panel by a double click, as people do; a panel that is open is closed before. */
	async openNode(name: string): Promise<NodePanel> {
		if (await this.panel.root.isVisible()) await this.panel.close();
		await this.node(name).dblclick();
		await this.panel.root.waitFor();
		return this.panel;
	}

	/** Clicks "Execute workflow" on the canvas. */
	async executeWorkflow(): Promise<void> {
		await this.page.getByTestId('execute-workflow-button').click();
	}

	/** Clicks "Execute workflow" beside one of several triggers. */
	async executeFrom(trigger: string): Promise<void> {
		await this.node(trigger).hover();
		await this.page.getByTestId(`execute-workflow-button-${trigger}`).click();
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
		await this.goTo('/workflow/new', this.page.getByTestId('workflow-menu'));
		await this.page.getByTestId('workflow-import-input').setInputFiles(file);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** What n8n says in red at the edge of the window. */
	async errorNotices(): Promise<string[]> {
		return await this.page
			.locator('.el-notification:has(.el-notification--error), .el-message--error')
			.allInnerTexts();
	}

	async close(): Promise<void> {
		await this.page.context().close();
	}
}
