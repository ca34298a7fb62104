import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { v9Call } from '../../shared/provider/provider-call';
import { readContactLists } from '../../shared/vocabulary/contacts';
import { offerChoices, subAccountInEditor } from '../run/offer-choices';
import { readSubAccounts } from '../../shared/vocabulary/accounts';

/** Offers the contact lists of the account, or of the sub-account of the options. */
export async function searchContactLists(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await offerChoices(
		this,
		{
			call: v9Call('getLists', { subAccount: subAccountInEditor(this) }),
			read: readContactLists,
			choice: ({ row: { listName } }) =>
				listName === null ? null : { name: listName, value: listName },
			subject: 'The contact lists',
			remedy: 'Enter the name of the list by hand.',
		},
		filter,
	);
}

/** Offers the sub-accounts of the account: found by their login and by the company. */
export async function searchSubAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	return await offerChoices(
		this,
		{
			call: v9Call('getSubAccounts'),
			read: readSubAccounts,
			choice: ({ row: { subAccount, company } }) =>
				subAccount === null
					? null
					: {
							name: company === null ? subAccount : `${subAccount} (${company})`,
							value: subAccount,
						},
			subject: 'The sub-accounts',
			remedy: 'Enter the login of the sub-account by hand.',
		},
		filter,
	);
}
