import type { INodeProperties } from 'n8n-workflow';

import { read, refuse, type Reading } from '../../../shared/problem';
import type { AccountFields } from '../../../shared/vocabulary/account-data';
import { readSwitch } from '../../../shared/text/switch';
import type { ItemReader } from '../../run/item-reader';

/** The login of a sub-account. */
export const subAccountField: INodeProperties = {
	displayName: 'Sub-Account',
	name: 'subAccount',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. shop-lyon',
	description: 'The login of the sub-account',
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

export const personFields = {
	firstName: textField('First Name', 'firstName', 'First name of the holder', {
		placeholder: 'e.g. Camille',
	}),
	lastName: textField('Last Name', 'lastName', 'Last name of the holder', {
		placeholder: 'e.g. Martin',
	}),
	email: textField('Email', 'email', 'Email address of the holder', {
		placeholder: 'e.g. name@email.com',
	}),
	password: textField(
		'Password',
		'password',
		'Password for the client area, at least 6 characters',
		{ typeOptions: { password: true } },
	),
};

const ACTIVE = switchField('Active', 'active', 'Whether the sub-account can be used');

/** What `create` and `update` have in common, alphabetical by display name. */
const detailFields: INodeProperties[] = [
	ACTIVE,
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
	textField('Billing Zip', 'billingZip', 'Postal code on bills'),
	textField('City', 'city', 'City of the holder'),
	textField('Company', 'company', 'Company of the holder'),
	textField('Country', 'country', 'Country of the holder'),
	textField('Mobile', 'mobile', 'Mobile number of the holder'),
	textField('Phone', 'phone', 'Phone number of the holder'),
	textField('Website', 'website', 'Website of the holder'),
	textField('Zip', 'zip', 'Postal code of the holder'),
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
	options: byDisplayName([...detailFields, ...Object.values(personFields)]),
};

const SHORTEST_PASSWORD = 6;

/** Refuses a password that AllMySMS would not take. */
export function checkPassword(password: string | null): Reading<string | null> {
	if (password === null || password.length >= SHORTEST_PASSWORD) return read(password);
	return refuse(
		'Password',
		`has ${password.length} characters`,
		`Use at least ${SHORTEST_PASSWORD}.`,
	);
}

const switches = new Set(
	[...detailFields, ...createOnlyFields]
		.filter(({ type }) => type === 'boolean')
		.map(({ name }) => name),
);

/** Reads the members of a collection that are set; switches come as such. */
export function readCollection(reader: ItemReader, name: string): Reading<AccountFields> {
	const given = reader.value(name);
	const fields = new Map<string, string | boolean | null>();
	for (const member of typeof given === 'object' && given !== null ? Object.keys(given) : []) {
		if (switches.has(member)) {
			const on = readSwitch(reader.option(member, name), reader.displayName(member), true);
			if (!on.ok) return on;
			fields.set(member, on.value);
			continue;
		}
		const text = reader.optionText(member, name);
		if (!text.ok) return text;
		fields.set(member, text.value);
	}
	return read(Object.fromEntries(fields));
}
