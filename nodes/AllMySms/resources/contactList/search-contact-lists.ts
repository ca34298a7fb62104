import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { readContactLists } from '../../../shared/vocabulary/contacts';
import { offerChoices, subAccountInEditor } from '../../run/offer-choices';

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
