import type { INodeProperties } from 'n8n-workflow';

import { isFields } from '../../../shared/values';
import { readTypedNumber } from '../../../shared/numbers/typed-number';
import { fail, inPart, read, readAll, refuse, type Result } from '../../../shared/problem';
import { readText, readTextAsGiven } from '../../../shared/text/read-text';
import type { Contact, ListOwner } from '../../../shared/vocabulary/contacts';
import type { ItemReader } from '../../run/item-reader';
import { defaultCountryOption, listNameLocator, optionsField, subAccountOption } from '../fields';

const phoneNumberField: INodeProperties = {
	displayName: 'Phone Number',
	name: 'phoneNumber',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 06 12 34 56 78',
	description: 'The mobile number of the contact. All items of one list leave in one request.',
};

const enterFieldsField: INodeProperties = {
	displayName: 'Enter Fields',
	name: 'fieldsMode',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'As a Form',
			value: 'form',
			description: 'The fields that the contacts of the list have, one under the other',
		},
		{
			name: 'By Name',
			value: 'names',
			description: 'For a list without contacts, or one that an expression chooses',
		},
	],
	default: 'form',
	description: 'How to enter the values of the contact',
};

const formField: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'resourceMapper',
	noDataExpression: true,
	displayOptions: { show: { fieldsMode: ['form'] } },
	default: { mappingMode: 'defineBelow', value: null },
	description: 'Values for the fields of the list, such as the first name',
	typeOptions: {
		loadOptionsDependsOn: ['listName.value', 'options.subAccount'],
		resourceMapper: {
			resourceMapperMethod: 'mapListFields',
			mode: 'add',
			fieldWords: { singular: 'field', plural: 'fields' },
			addAllFields: true,
			supportAutoMap: false,
		},
	},
};

const namedField: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'fixedCollection',
	displayOptions: { show: { fieldsMode: ['names'] } },
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	placeholder: 'Add field',
	description: 'Values for the fields of the list, such as the first name',
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. FIRSTNAME',
					description: 'The name of the field, as the list has it',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					default: '',
					placeholder: 'e.g. Anna',
					description: 'The value for this contact',
				},
			],
		},
	],
};

/** The fields of `create`, and without the values those of `delete`. */
export const contactFields = (withValues: boolean): INodeProperties[] => [
	listNameLocator,
	phoneNumberField,
	...(withValues ? [enterFieldsField, formField, namedField] : []),
	optionsField([defaultCountryOption, subAccountOption]),
];

/** One item: a contact and the list that it belongs to. */
export interface ContactEntry {
	readonly owner: ListOwner;
	readonly contact: Contact;
}

/** The form or the rows of the editor, or an object of names and values from an expression. */
function* namedValues(given: unknown): Generator<[name: unknown, value: unknown]> {
	if (!isFields(given)) return;
	if (typeof given.mappingMode === 'string') {
		for (const [name, value] of Object.entries(isFields(given.value) ? given.value : {})) {
			// The form has each field of the list: what was left empty there is not told.
			if (value !== null && value !== undefined) yield [name, value];
		}
		return;
	}
	if (!Array.isArray(given.field)) {
		yield* Object.entries(given);
		return;
	}
	for (const row of given.field) if (isFields(row)) yield [row.name, row.value];
}

function readValues(reader: ItemReader): Result<Record<string, string>> {
	const values = new Map<string, string>();
	for (const [given, value] of namedValues(reader.value('fields'))) {
		const label = readText(given, 'Fields');
		if (!label.ok) return label;
		const name = label.value;
		if (name === null) {
			return refuse('Fields', 'has a field without a name', 'Enter its name, or remove it.');
		}
		if (name.toUpperCase() === 'MOBILEPHONE') {
			return refuse('Fields', `has ${name}`, "Enter the number under 'Phone Number' instead.");
		}
		const text = readTextAsGiven(value, 'Fields');
		if (!text.ok) {
			return fail(inPart('Fields', `a value for ${name}`, text.problem));
		}
		values.set(name, text.value);
	}
	return read(Object.fromEntries(values));
}

/** Reads the contact of one item. */
export function readContact(reader: ItemReader): Result<ContactEntry> {
	const asked = readAll({
		listName: reader.required('listName'),
		given: reader.required('phoneNumber'),
		country: reader.country(),
		subAccount: reader.optionText('subAccount'),
		fields: readValues(reader),
	});
	if (!asked.ok) return asked;
	const { listName, given, country, subAccount, fields } = asked.value;
	const number = readTypedNumber(given, country);
	if (!number.ok) return refuse('Phone Number', number.problem.what, number.problem.remedy);
	return read({
		owner: { listName, subAccount },
		contact: { phoneNumber: number.value, fields },
	});
}

/** The beginning of a sentence about the contacts of a request. */
export const contactsWere = (contacts: readonly Contact[]): string =>
	contacts.length === 1
		? `The contact ${contacts[0]?.phoneNumber ?? ''} was`
		: `The ${contacts.length} contacts from ${contacts[0]?.phoneNumber ?? ''} on were`;
