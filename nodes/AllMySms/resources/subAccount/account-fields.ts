import type { INodeProperties } from 'n8n-workflow';

import { newNameField } from '../fields';
import { createHmac, randomBytes } from 'crypto';
import { readTypedNumber } from '../../../shared/numbers/typed-number';
import { read, refuse, type Result } from '../../../shared/problem';
import { readSwitch } from '../../../shared/text/read-text';
import type { AccountFields } from '../../../shared/vocabulary/accounts';
import type { ItemReader } from '../../run/item-reader';

/** An existing sub-account, chosen from those of the account or given by its login. */
export const subAccountLocator: INodeProperties = {
	displayName: 'Sub-Account',
	name: 'subAccount',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The sub-account of the AllMySMS account',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a sub-account...',
			typeOptions: { searchListMethod: 'searchSubAccounts', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. shop-lyon',
			hint: 'The login of the sub-account',
		},
	],
};

const textField = (
	displayName: string,
	name: string,
	description: string,
	more: Partial<INodeProperties> = {},
): INodeProperties => ({ displayName, name, type: 'string', default: '', description, ...more });

const switchField = (displayName: string, name: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'boolean',
	default: true,
	description,
});

const firstName = textField('First Name', 'firstName', 'First name of the holder', {
	placeholder: 'e.g. Camille',
});
const lastName = textField('Last Name', 'lastName', 'Last name of the holder', {
	placeholder: 'e.g. Martin',
});
const company = textField('Company', 'company', 'Company of the holder', {
	placeholder: 'e.g. Shop of Lyon',
});
const mobile = textField('Mobile', 'mobile', 'Mobile number of the holder', {
	placeholder: 'e.g. 06 12 34 56 78',
});
const email = textField(
	'Email',
	'email',
	'Email address of the holder; several sub-accounts may have the same',
	{ placeholder: 'e.g. name@email.com' },
);
const password = textField(
	'Password',
	'password',
	'Password for the client area, at least 6 characters',
	{ typeOptions: { password: true } },
);

/** What `create` cannot do without (docs/provider.md, Data of a sub-account). */
export const newAccountFields: INodeProperties[] = [
	newNameField(subAccountLocator, 'The login that the new sub-account gets'),
	firstName,
	lastName,
	company,
	mobile,
	email,
	password,
].map((field) => ({ ...field, required: true }));

/** What `create` and `update` have in common, alphabetical by display name. */
const detailFields: INodeProperties[] = [
	textField('Address', 'address', 'Street and number'),
	textField('Billing Address', 'billingAddress', 'Street and number on bills'),
	textField('Billing City', 'billingCity', 'City on bills'),
	textField('Billing Company', 'billingCompany', 'Company on bills'),
	textField('Billing Country', 'billingCountry', 'Country on bills'),
	textField('Billing Email', 'billingEmail', 'Email address that bills go to', {
		placeholder: 'e.g. name@email.com',
	}),
	textField('Billing First Name', 'billingFirstName', 'First name on bills'),
	textField('Billing Last Name', 'billingLastName', 'Last name on bills'),
	textField('Billing Mobile', 'billingMobile', 'Mobile number on bills'),
	textField('Billing Phone', 'billingPhone', 'Phone number on bills'),
	textField('Billing ZIP Code', 'billingZip', 'Postal code on bills'),
	textField('City', 'city', 'City of the holder'),
	textField('Country', 'country', 'Country of the holder'),
	textField('Phone', 'phone', 'Phone number of the holder'),
	textField('Website', 'website', 'Website of the holder'),
	textField('ZIP Code', 'zip', 'Postal code of the holder'),
];

const createOnlyFields: INodeProperties[] = [
	switchField('Postpaid', 'postpaid', 'Whether the sub-account pays after sending'),
	textField('Profile', 'profile', 'Name of the profile that AllMySMS gave you for sub-accounts'),
	switchField(
		'Send Email to Customer',
		'sendEmailToCustomer',
		'Whether the holder gets an email about the new sub-account',
	),
	switchField(
		'Send Email to Master Account',
		'sendEmailToMasterAccount',
		'Whether your own account gets an email about the new sub-account',
	),
];

const updateOnlyFields: INodeProperties[] = [
	switchField('Active', 'active', 'Whether the sub-account can be used'),
	company,
	email,
	firstName,
	lastName,
	mobile,
	password,
];

const byDisplayName = (fields: readonly INodeProperties[]): INodeProperties[] =>
	[...fields].sort((a, b) => (a.displayName < b.displayName ? -1 : 1));

/** The optional fields of `create`. */
export const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: byDisplayName([...detailFields, ...createOnlyFields]),
};

/** What `update` can change. */
export const updateFields: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: byDisplayName([...detailFields, ...updateOnlyFields]),
};

/** The option of `create` that shows the secret of the new account. */
export const returnApiKeyOption: INodeProperties = {
	displayName: 'Return API Key',
	name: 'returnApiKey',
	type: 'boolean',
	default: false,
	description:
		"Whether to add the API key of the new sub-account to the item as 'apiKey'. It is a secret: n8n stores it with the execution, and whoever may see the execution can send SMS on that account. When off, the key is in the client area of the new account.",
};

/** The mobile number of a holder, as AllMySMS wants it: with a plus and the country code. */
export function readMobile(given: string, country: string): Result<string> {
	const number = readTypedNumber(given, country);
	return number.ok ? number : refuse('Mobile', number.problem.what, number.problem.remedy);
}

const SHORTEST_PASSWORD = 6;

/** Refuses a password that AllMySMS would not take. */
export function checkPassword(password: string): Result<string> {
	if (password.length >= SHORTEST_PASSWORD) return read(password);
	return refuse(
		'Password',
		`has ${password.length} characters`,
		`Use at least ${SHORTEST_PASSWORD}.`,
	);
}

/** A new one for each process: a password must not be guessed from what is stored. */
const SALT = randomBytes(32);

/** What stands for a password where a request is named. */
export const passwordMark = (password: string): string =>
	createHmac('sha256', SALT).update(password).digest('base64');

function readMember(
	reader: ItemReader,
	collection: INodeProperties,
	{ name, displayName, type }: INodeProperties,
): Result<string | boolean | null> {
	if (type !== 'boolean') return reader.optionText(name, collection.name);
	const given = reader.option(name, collection.name) ?? '';
	// An expression that gave nothing changes nothing.
	if (String(given).trim() === '') return read(null);
	return readSwitch(given, displayName, false);
}

/** Reads the members of a collection that are set; switches come as such. */
export function readCollection(
	reader: ItemReader,
	collection: INodeProperties,
): Result<AccountFields> {
	const fields = new Map<string, string | boolean | null>();
	for (const field of collection.options ?? []) {
		if (!('type' in field)) continue;
		const value = readMember(reader, collection, field);
		if (!value.ok) return value;
		if (value.value !== null) fields.set(field.name, value.value);
	}
	return read(Object.fromEntries(fields));
}
