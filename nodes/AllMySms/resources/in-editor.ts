import {
	NodeApiError,
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
	type ResourceMapperFields,
} from 'n8n-workflow';

import type { Result } from '../../shared/problem';
import { callProvider, readProviderAddress } from '../../shared/provider/gateway';
import { providerData } from '../../shared/provider/provider-answer';
import { type ProviderCall, v9Call } from '../../shared/provider/provider-call';
import type { AnswerData } from '../../shared/vocabulary/answers';
import { readContactLists, readContacts } from '../../shared/vocabulary/contacts';
import { readSubAccounts } from '../../shared/vocabulary/accounts';

/** One thing to choose. */
interface Choice {
	/** What the user sees and searches. */
	readonly name: string;
	/** What the workflow stores. */
	readonly value: string;
}

/** What the editor asks the provider for. */
interface EditorQuestion<Row> {
	readonly call: ProviderCall;
	readonly read: (data: AnswerData, httpStatus: number) => Result<readonly Row[]>;
	/** What is offered, as the subject of a sentence: `The contact lists`. */
	readonly subject: string;
	/** What to do where the provider gives none and does not say why. */
	readonly remedy: string;
}

/** What is offered "From List". */
interface Offer<Row> extends EditorQuestion<Row> {
	readonly choice: (row: Row) => Choice | null;
}

const TIMEOUT_MS = 20_000;

/** Case and accents do not matter to somebody who searches. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Asks the provider while the user edits the node.
 *
 * @throws NodeApiError where the provider gives nothing, NodeOperationError where the credential has
 *   no address of it
 */
async function askForEditor<Row>(
	context: ILoadOptionsFunctions,
	{ call, read, subject, remedy }: EditorQuestion<Row>,
): Promise<readonly Row[]> {
	const address = await readProviderAddress(context);
	if (!address.ok) {
		const { what, remedy: next } = address.problem;
		const description = `${next} Nothing was sent.`;
		throw new NodeOperationError(context.getNode(), what, { description });
	}
	const answer = providerData(
		await callProvider(context, address.value, { ...call, timeoutMs: TIMEOUT_MS }),
	);
	const reading = answer.ok ? read(answer.value.data, answer.value.httpStatus) : answer;
	if (reading.ok) return reading.value;
	const message = `${subject} could not be read: ${reading.problem.what}`;
	const description = reading.problem.remedy || remedy;
	throw new NodeApiError(context.getNode(), { message }, { message, description });
}

/**
 * Offers what the account has, in alphabetical order.
 *
 * @param filter what the user typed into the search of the list
 * @throws NodeApiError where the provider gives nothing
 */
async function offerChoices<Row>(
	context: ILoadOptionsFunctions,
	{ choice, ...question }: Offer<Row>,
	filter = '',
): Promise<INodeListSearchResult> {
	const rows = await askForEditor(context, question);
	const wanted = plain(filter);
	return {
		results: rows
			.flatMap((row) => choice(row) ?? [])
			.filter(({ name }) => plain(name).includes(wanted))
			.sort((a, b) => a.name.localeCompare(b.name, 'fr')),
	};
}

/** The sub-account that the options of the node name; null where an expression stands there. */
function subAccountInEditor(context: ILoadOptionsFunctions): string | null {
	const options: unknown = context.getCurrentNodeParameter('options');
	if (typeof options !== 'object' || options === null || !('subAccount' in options)) return null;
	const { subAccount } = options;
	// An expression has no value before the node runs.
	const isPlain = typeof subAccount === 'string' && !subAccount.startsWith('=');
	return isPlain && subAccount.trim() !== '' ? subAccount.trim() : null;
}

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
