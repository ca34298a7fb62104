import { html } from 'lit-html';
import { connectionCard } from '../parts/connection-card.mjs';
import { creditsForm } from '../parts/credits-form.mjs';
import { pageSection } from '../parts/page-section.mjs';
import { priceTable } from '../parts/price-table.mjs';
import { recordTable } from '../parts/record-table.mjs';
import { inEuro } from '../wording.mjs';

/** @type {(accounts: readonly Record<string, unknown>[]) => unknown} */
const subAccountTable = recordTable({
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

/** The account: how to reach it from n8n, what is left on it, and its sub-accounts. @type {import('../main.mjs').View} */
export const accountView = {
	id: 'account',
	title: 'Account',
	draw: ({ account, subAccounts, prices }) => html`
		<div class="page">
			${pageSection(
				'Account',
				'One French SMS costs 15 credits per part.',
				html`<dl class="card figures">
						<div>
							<dt>Login</dt>
							<dd>${account.login}</dd>
						</div>
						<div>
							<dt>Credits</dt>
							<dd>${Number(account.credits ?? 0).toLocaleString()}</dd>
						</div>
						<div>
							<dt>Balance</dt>
							<dd>${inEuro(account.balance)}</dd>
						</div>
						<div>
							<dt>Email</dt>
							<dd class="small">${account.email}</dd>
						</div>
					</dl>
					${creditsForm()}`,
			)}
			${pageSection('Connect n8n', 'Type this into the AllMySMS credential.', connectionCard())}
			${pageSection('Sub-accounts', 'Made through the API.', subAccountTable(subAccounts))}
			${pageSection(
				'Prices',
				'Of one part of an SMS, as the API tells them. Only the 15 credits of France are known of AllMySMS.',
				priceTable(prices),
			)}
		</div>
	`,
};

/** @param {Record<string, unknown>} account */
function fullName({ firstName, lastName, company }) {
	return [firstName, lastName, company]
		.filter((word) => typeof word === 'string' && word !== '')
		.join(' ');
}
