import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	ResourceMapperFields,
} from 'n8n-workflow';

import { v9Call } from '../../shared/provider/provider-call';
import { readContactLists, readContacts } from '../../shared/vocabulary/contacts';
import { offerChoices, subAccountInEditor, askForEditor } from '../run/offer-choices';
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

/** The list that is chosen; null where none is, or where an expression names it. */
function listInEditor(context: ILoadOptionsFunctions): string | null {
	const name: unknown = context.getCurrentNodeParameter('listName', { extractValue: true });
	return typeof name === 'string' && name.trim() !== '' && !name.startsWith('=') ? name : null;
}

const notice = (why: string): ResourceMapperFields => ({
	fields: [],
	emptyFieldsNotice: `${why} 'By Name' under 'Enter Fields' lets you write their names.`,
});

/**
 * Offers the fields of the chosen list as a form. AllMySMS does not tell the fields of a list as
 * such, only those of its contacts.
 */
export async function mapListFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const listName = listInEditor(this);
	if (listName === null) return notice('Choose a list above to see its fields.');
	const rows = await askForEditor(this, {
		call: v9Call('getContacts', { listName, subAccount: subAccountInEditor(this) }),
		read: (data, httpStatus) => readContacts(data, httpStatus, listName),
		subject: `The fields of the list "${listName}"`,
		remedy: "Choose 'By Name' under 'Enter Fields' to write their names.",
	});
	const names = new Set(rows.flatMap(({ row }) => Object.keys(row.fields)));
	if (names.size === 0)
		return notice('AllMySMS tells the fields of a list only once it has a contact.');
	return {
		fields: [...names].map((name) => ({
			id: name,
			displayName: name,
			type: 'string',
			required: false,
			defaultMatch: false,
			display: true,
		})),
	};
}
