import { element, icon } from '../element.mjs';
import { showNotice } from './notice.mjs';

/** What to type into the AllMySMS credential of n8n to reach this sandbox. */
export const connectionCard = () =>
	element(
		'dl',
		{ class: 'card connection-card', 'aria-label': 'Credential for n8n' },
		line('Base URL', location.origin),
		line('Login', 'sandbox'),
		line('API key', 'sandbox-key'),
	);

/** @param {string} label @param {string} value */
const line = (label, value) =>
	element(
		'div',
		{},
		element('dt', {}, label),
		element(
			'dd',
			{},
			element('code', {}, value),
			element(
				'button',
				{
					type: 'button',
					class: 'icon-button',
					'aria-label': `Copy ${label}`,
					title: `Copy ${label}`,
					onclick: () => copy(label, value),
				},
				icon('copy'),
			),
		),
	);

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
