import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { populateData, contactCounts } from '../../../shared/vocabulary/contacts';
import { v9Call } from '../../../shared/provider/provider-call';
import { readDone } from '../../../shared/vocabulary/rows';
import {
	defaultCountryOption,
	fieldsOf,
	listNameLocator,
	optionsField,
	subAccountOption,
} from '../fields';
import { number, text, type RowSpec, type RowOf } from '../row-spec';
import { changeLists, contactsWere } from './change-lists';

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
export const contactFields = (values: INodeProperties[]): INodeProperties[] => [
	listNameLocator,
	phoneNumberField,
	...values,
	optionsField([defaultCountryOption, subAccountOption]),
];

export const description: INodeProperties[] = fieldsOf(
	'contact',
	'create',
	contactFields([enterFieldsField, formField, namedField]),
);

export const output = {
	success: number.orNull('Contacts that were added'),
	ignored: number.orNull('Contacts that AllMySMS left out, as invalid ones'),
	duplicated: number.orNull('Contacts that were there already, or twice in the request'),
	listName: text('Name of the list'),
} satisfies RowSpec;

/** Adds the contacts of all items to their lists: one output item per request. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await changeLists<RowOf<typeof output>>(this, description, ({ owner, contacts }) => {
		const { listName } = owner;
		return {
			call: v9Call('populateList', { populateData: populateData(owner, contacts) }),
			subject: contactsWere(contacts),
			verb: `added to the list "${listName}"`,
			remedy: "Check 'List Name' and the names under 'Fields': both must be those of the list.",
			once: false,
			read(data, httpStatus) {
				const done = readDone(data, httpStatus, ['success']);
				if (done.kind !== 'done') return done;
				return { kind: 'done', row: { ...contactCounts(done.fields), listName } };
			},
		};
	});
}
