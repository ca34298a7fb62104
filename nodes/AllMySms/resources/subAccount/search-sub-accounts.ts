import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { readSubAccounts } from '../../../shared/vocabulary/accounts';
import { offerChoices } from '../../run/offer-choices';

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
