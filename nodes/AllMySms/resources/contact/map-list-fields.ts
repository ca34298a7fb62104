import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { readContacts } from '../../../shared/vocabulary/contacts';
import { askForEditor, subAccountInEditor } from '../../run/offer-choices';

/** The list that is chosen; null where none is, or where an expression names it. */
function listInEditor(context: ILoadOptionsFunctions): string | null {
	const name: unknown = context.getCurrentNodeParameter('listName', { extractValue: true });
	return typeof name === 'string' && name.trim() !== '' && !name.startsWith('=') ? name : null;
}

const notice = (why: string): ResourceMapperFields => ({
	fields: [],
	emptyFieldsNotice: `${why} Choose 'By Name' under 'Enter Fields' to write their names.`,
});

/**
 * Offers the fields of the chosen list as a form. AllMySMS does not tell the fields of a list as
 * such, only those of its contacts.
 */
export async function mapListFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const listName = listInEditor(this);
	if (listName === null) return notice('The fields can be shown once a list is chosen.');
	const rows = await askForEditor(this, {
		call: v9Call('getContacts', { listName, subAccount: subAccountInEditor(this) }),
		read: (data, httpStatus) => readContacts(data, httpStatus, listName),
		subject: `The fields of the list "${listName}"`,
		remedy: "Choose 'By Name' under 'Enter Fields' to write their names.",
	});
	const names = new Set(rows.flatMap(({ row }) => Object.keys(row.fields)));
	if (names.size === 0)
		return notice('AllMySMS tells the fields of a list only with a contact in it.');
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
