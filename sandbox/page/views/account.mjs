import { element, setText } from '../element.mjs';
import { connectionCard } from '../parts/connection-card.mjs';
import { pageSection } from '../parts/page-section.mjs';
import { recordTable } from '../parts/record-table.mjs';

/** The account: how to reach it from n8n, what is left on it, and its sub-accounts. */
export function accountView() {
	const login = element('dd');
	const credits = element('dd');
	const balance = element('dd');
	const email = element('dd', { class: 'small' });
	const subAccounts = recordTable({
		label: 'Sub-accounts',
		columns: [
			{ title: 'Login', text: (account) => String(account.login ?? ''), kind: 'code' },
			{ title: 'Name', text: fullName, kind: 'long' },
			{ title: 'Email', text: (account) => String(account.email ?? ''), kind: 'long' },
			{
				title: 'Credits',
				text: (account) => Number(account.credits ?? 0).toLocaleString(),
				kind: 'number',
			},
		],
		key: (account, index) => String(account.login ?? index),
		empty: 'No sub-account yet',
	});
	const node = element(
		'div',
		{ class: 'page' },
		pageSection(
			'Account',
			'One French SMS costs 15 credits per part.',
			element(
				'dl',
				{ class: 'card figures' },
				figure('Login', login),
				figure('Credits', credits),
				figure('Balance', balance),
				figure('Email', email),
			),
		),
		pageSection('Connect n8n', 'Type this into the AllMySMS credential.', connectionCard()),
		pageSection('Sub-accounts', 'Made through the API.', subAccounts.node),
	);

	return {
		id: 'account',
		title: 'Account',
		node,
		/** @param {import('../state.mjs').State} state */
		update({ account, subAccounts: below }) {
			setText(login, String(account.login ?? 'sandbox'));
			setText(credits, Number(account.credits ?? 0).toLocaleString());
			setText(balance, euro.format(Number(account.balance ?? 0)));
			setText(email, String(account.email ?? ''));
			subAccounts.update(below);
		},
	};
}

const euro = new Intl.NumberFormat(undefined, { style: 'currency', currency: 'EUR' });

/** @param {string} label @param {HTMLElement} value */
const figure = (label, value) => element('div', {}, element('dt', {}, label), value);

/** @param {Record<string, unknown>} account */
const fullName = ({ firstName, lastName, company }) =>
	[firstName, lastName, company]
		.filter((word) => typeof word === 'string' && word !== '')
		.join(' ');
