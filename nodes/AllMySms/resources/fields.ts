import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';

import { countryOptions } from './countries';

/** The fields of one operation, shown for it alone. */
export const fieldsOf = (
	resource: string,
	operation: string,
	fields: INodeProperties[],
): INodeProperties[] =>
	updateDisplayOptions({ show: { resource: [resource], operation: [operation] } }, fields);

/** "Return All" and "Limit". */
export const limitFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
];

/** The collection "Options". */
export const optionsField = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options,
});

/** The option that adds the provider's own row. */
export const rawOption: INodeProperties = {
	displayName: 'Include Raw Data',
	name: 'raw',
	type: 'boolean',
	default: false,
	description: "Whether to add what AllMySMS answered, as it came, under the key 'raw'",
};

/** The option for reading what belongs to a sub-account. */
export const subAccountOption: INodeProperties = {
	displayName: 'Sub-Account',
	name: 'subAccount',
	type: 'string',
	default: '',
	placeholder: 'e.g. shop-lyon',
	description: 'Login of the sub-account to act for. Empty means the account of the credential.',
};

export const campaignIdField: INodeProperties = {
	displayName: 'Campaign ID',
	name: 'campaignId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. ap_284231',
	description:
		"ID of the campaign: the 'campaignId' of the items that sending an SMS returned, or the one that the AllMySMS client area shows",
};

export const smsIdField: INodeProperties = {
	displayName: 'SMS ID',
	name: 'smsId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 3f2b8c1e-5d4a-4b6f-9a7e-0c1d2e3f4a5b',
	description: "ID of the SMS: the 'smsId' of the item that sending it returned",
};

/** A contact list, chosen from the account's lists or given by its name. */
export const listNameLocator: INodeProperties = {
	displayName: 'List Name',
	name: 'listName',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The contact list of the AllMySMS account',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a contact list...',
			typeOptions: { searchListMethod: 'searchContactLists', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. Customers',
		},
	],
};

/**
 * The name of what is only being made. It has the modes of the locator, the typed name first: n8n
 * keeps the mode when the user comes from an operation that has the locator, and there must be a way
 * out of the list. A plain text field would show "[object Object]" then.
 */
export const newNameField = (
	{ modes = [], ...locator }: INodeProperties,
	description: string,
): INodeProperties => ({
	...locator,
	description: `${description}. The list shows which are taken already.`,
	default: { mode: 'name', value: '' },
	modes: [...modes].reverse(),
});

export const defaultCountryOption = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'options',
	options: countryOptions,
	default: 'FR',
	description: 'Country of the numbers that have no country code',
} as const satisfies INodeProperties;
