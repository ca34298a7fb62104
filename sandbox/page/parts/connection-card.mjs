import { html } from 'lit-html';
import { icon } from './icon.mjs';
import { showNotice } from './notice.mjs';

/** What to type into the AllMySMS credential of n8n to reach this sandbox. */
export const connectionCard = () => html`
	<dl class="card connection-card" aria-label="Credential for n8n">
		${line('Base URL', location.origin)} ${line('Login', 'sandbox')}
		${line('API key', 'sandbox-key')}
	</dl>
`;

/** @param {string} label @param {string} value */
const line = (label, value) => html`
	<div>
		<dt>${label}</dt>
		<dd>
			<code>${value}</code>
			<button
				type="button"
				class="icon-button"
				aria-label="Copy ${label}"
				title="Copy ${label}"
				@click=${() => copy(label, value)}
			>
				${icon('copy')}
			</button>
		</dd>
	</div>
`;

/** @param {string} label @param {string} value */
async function copy(label, value) {
	try {
		await navigator.clipboard.writeText(value);
		showNotice(`${label} copied`);
	} catch (error) {
		console.warn('The browser did not allow copying', error);
		showNotice('The browser does not allow copying here: select the text instead', 'bad');
	}
}
