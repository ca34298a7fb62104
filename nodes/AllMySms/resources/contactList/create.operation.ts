import type { INodeProperties } from 'n8n-workflow';

import { read, readAll, refuse, type Result } from '../../../shared/problem';
import { readText, isSwitchedOn } from '../../../shared/text/read-text';
import { listData, type ListField } from '../../../shared/vocabulary/contacts';
import { v9Call } from '../../../shared/provider/provider-call';
import { readDone } from '../../../shared/vocabulary/rows';
import type { ItemReader } from '../../run/item-reader';
import { fieldsOf, listNameLocator, newNameField, optionsField, subAccountOption } from '../fields';
import type { Tells } from '../resource';
import { flag, text, type RowSpec } from '../row-spec';

export const description: INodeProperties[] = fieldsOf('contactList', 'create', [
	newNameField(listNameLocator, 'The name of the new list'),
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		placeholder: 'Add field',
		description: 'What the list keeps of each contact besides the phone number',
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
						description: 'The name of the field, as contacts will carry it',
					},
					{
						displayName: 'Filter',
						name: 'filter',
						type: 'boolean',
						default: false,
						description: 'Whether contacts can be filtered by it in the AllMySMS client area',
					},
					{
						displayName: 'Mailing',
						name: 'mailing',
						type: 'boolean',
						default: true,
						description: 'Whether it can be put into the texts of mailings',
					},
				],
			},
		],
	},
	{
		displayName: 'Read-Only in Client Area',
		name: 'locked',
		type: 'boolean',
		default: false,
		description: 'Whether users of the AllMySMS client area are kept from changing the list',
	},
	optionsField([subAccountOption]),
]);

export const output = {
	created: flag('Always true: the list exists'),
	listName: text('Name of the list'),
} satisfies RowSpec;

function readField(value: unknown, index: number): Result<ListField> {
	const row: Record<string, unknown> =
		typeof value === 'object' && value !== null ? { ...value } : { name: value };
	const label = readText(row.name, 'Fields');
	if (!label.ok) return label;
	const name = label.value;
	if (name === null) {
		return refuse(
			'Fields',
			`has no name for field ${index + 1}`,
			'Enter its name, or remove the field.',
		);
	}
	return read({
		name,
		filter: isSwitchedOn(row.filter),
		mailing: isSwitchedOn(row.mailing ?? true),
	});
}

function readFields(reader: ItemReader): Result<ListField[]> {
	const members = reader.option('field', 'fields') ?? reader.value('fields');
	const fields: ListField[] = [];
	for (const [index, member] of (Array.isArray(members) ? members : []).entries()) {
		const field = readField(member, index);
		if (!field.ok) return field;
		fields.push(field.value);
	}
	return read(fields);
}

/** Creates a contact list per item. */
export const tells: Tells<typeof output> = (reader) => {
	const asked = readAll({
		listName: reader.required('listName'),
		fields: readFields(reader),
		subAccount: reader.optionText('subAccount'),
	});
	if (!asked.ok) return asked;
	const { listName, fields, subAccount } = asked.value;
	const data = listData({ listName, subAccount }, { locked: reader.isOn('locked'), fields });
	return read({
		call: v9Call('createList', { listData: data }),
		subject: `The contact list "${listName}" was`,
		verb: 'created',
		remedy: 'Look whether a list of this name exists already, and try another name.',
		once: false,
		read(answer, httpStatus) {
			const done = readDone(answer, httpStatus);
			return done.kind === 'done' ? { kind: 'done', row: { created: true, listName } } : done;
		},
	});
};
