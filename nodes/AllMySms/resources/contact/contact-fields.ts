import type { INodeProperties } from 'n8n-workflow';

import { readTypedNumber } from '../../../shared/numbers/typed-number';
import { read, readAll, refuse, type Reading } from '../../../shared/problem';
import { readText, readTextAsGiven } from '../../../shared/text/read-text';
import type { Contact, ListOwner } from '../../../shared/vocabulary/contact-data';
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

const valuesField: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true, sortable: true },
	default: {},
	placeholder: 'Add Field',
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
					placeholder: 'e.g. {{ $json.firstName }}',
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
	...(withValues ? [valuesField] : []),
	optionsField([defaultCountryOption, subAccountOption]),
];

/** One item: a contact and the list that it belongs to. */
export interface ContactEntry {
	readonly owner: ListOwner;
	readonly contact: Contact;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Rows of the editor, or an object of names and values from an expression. */
function* namedValues(given: unknown): Generator<[name: unknown, value: unknown]> {
	if (!isObject(given)) return;
	if (!Array.isArray(given.field)) {
		yield* Object.entries(given);
		return;
	}
	for (const row of given.field) if (isObject(row)) yield [row.name, row.value];
}

function readValues(reader: ItemReader): Reading<Record<string, string>> {
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
			const reason = `has a value for ${name} that ${text.refusal.reason}`;
			return { ok: false, refusal: { ...text.refusal, reason } };
		}
		values.set(name, text.value);
	}
	return read(Object.fromEntries(values));
}

/** Reads the contact of one item. */
export function readContact(reader: ItemReader): Reading<ContactEntry> {
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
	if (!number.ok) {
		return refuse('Phone Number', `"${number.given}" ${number.reason}`, number.remedy);
	}
	return read({
		owner: { listName, subAccount },
		contact: { phoneNumber: number.number, fields },
	});
}

/** The beginning of a sentence about the contacts of a request. */
export const contactsWere = (contacts: readonly Contact[]): string =>
	contacts.length === 1
		? `The contact ${contacts[0]?.phoneNumber ?? ''} was`
		: `The ${contacts.length} contacts from ${contacts[0]?.phoneNumber ?? ''} on were`;
