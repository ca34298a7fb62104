import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { endpoints, type ServedEndpoint } from './endpoints.mts';
import type { Key, RowSpec } from '../../nodes/AllMySms/resources/row-spec.ts';
import { allOutputKeys } from '../../build/output-schemas.mts';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();

const table = (head: readonly string[], rows: ReadonlyArray<readonly string[]>): string =>
	[head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const isShown = (field: INodeProperties, name: string, value: string): boolean =>
	field.displayOptions?.show?.[name]?.some((shown) => shown === value) ?? false;

type Choice = INodePropertyOptions | INodeProperties | INodePropertyCollection;

const isOption = (choice: Choice): choice is INodePropertyOptions =>
	'value' in choice && 'name' in choice;
const isField = (choice: Choice): choice is INodeProperties => 'type' in choice;
const isGroup = (choice: Choice): choice is INodePropertyCollection => 'values' in choice;

/** Types whose default is no value that a person would read. */
const HOLDS_MORE = ['collection', 'fixedCollection', 'resourceLocator', 'resourceMapper'];

function defaultOf({ type, default: value }: INodeProperties): string {
	if (HOLDS_MORE.includes(type)) return '';
	if (value === '' || value === undefined || value === null) return '';
	return `\`${typeof value === 'object' ? JSON.stringify(value) : String(value)}\``;
}

/** Of a longer list, such as that of all countries, the first tell enough. */
const MOST_NAMED = 20;

function typeOf(field: INodeProperties): string {
	if (field.type === 'resourceLocator') {
		return (field.modes ?? []).map(({ displayName }) => displayName).join(' or ');
	}
	if (field.type === 'options') {
		const choices = (field.options ?? []).filter(isOption);
		const values = choices.map(({ value }) => `\`${String(value)}\``);
		const more = values.length > MOST_NAMED ? `, … (${values.length} in all)` : '';
		return `${values.slice(0, MOST_NAMED).join(', ')}${more}`;
	}
	const names: Readonly<Record<string, string>> = {
		string: 'text',
		number: 'number',
		boolean: 'switch',
		dateTime: 'date and time',
		json: 'JSON',
		resourceMapper: 'form',
	};
	return names[field.type] ?? 'fields';
}

function rowsOf(field: INodeProperties, path = ''): string[][] {
	const name = `${path}${field.name}`;
	const required = field.required ? ' (required)' : '';
	const own = [
		`${field.displayName}${required}`,
		`\`${name}\``,
		typeOf(field),
		defaultOf(field),
		[field.description ?? '', field.hint ? `${field.hint}.` : ''].filter(Boolean).join(' '),
	];
	const inner = (field.options ?? []).flatMap((choice) => {
		if (isGroup(choice)) {
			return choice.values.flatMap((value) => rowsOf(value, `${name}.${choice.name}[].`));
		}
		return isField(choice) ? rowsOf(choice, `${name}.`) : [];
	});
	return [own, ...inner];
}

const FIELD_HEAD = ['Field', 'Name', 'Type', 'Default', 'Meaning'];

const OUTPUT_HEAD = ['Key', 'Type', 'Meaning'];

const TYPE_NAMES: Readonly<Record<Key['type'], string>> = {
	string: 'text',
	number: 'number',
	boolean: 'true or false',
	object: 'object',
	strings: 'list of texts',
	objects: 'list of objects',
};

const outputOf = (row: RowSpec): string =>
	[
		'**Output**',
		table(
			OUTPUT_HEAD,
			Object.entries(row).map(([name, { type, orNull, meaning, only }]) => [
				`\`${name}\``,
				`${TYPE_NAMES[type]}${orNull ? ' or null' : ''}`,
				`${meaning}${only === null ? '' : ` (${only})`}`,
			]),
		),
	].join('\n\n');

function operationPart(
	properties: readonly INodeProperties[],
	resource: string,
	operation: INodePropertyOptions,
): string {
	const value = String(operation.value);
	const fields = properties.filter(
		(field) =>
			field.type !== 'notice' &&
			isShown(field, 'resource', resource) &&
			isShown(field, 'operation', value),
	);
	const rows = fields.flatMap((field) => rowsOf(field));
	return [
		`### ${operation.name} (\`${value}\`)`,
		`${operation.description ?? ''}.`,
		rows.length > 0 ? table(FIELD_HEAD, rows) : 'It has no fields.',
		outputOf(allOutputKeys[resource]?.[value] ?? {}),
	].join('\n\n');
}

const optionsOf = (field: INodeProperties | undefined): INodePropertyOptions[] =>
	(field?.options ?? []).filter(isOption);

const serving = ({ endpoint, api, servedBy, remark }: ServedEndpoint): string[] => [
	endpoint,
	api,
	servedBy.length > 0 ? servedBy.map((name) => `\`${name}\``).join(', ') : 'none',
	remark ?? '',
];

/** Every operation of the node as `resource › operation`. */
export function operationNames(properties: readonly INodeProperties[]): string[] {
	const resources = optionsOf(properties.find(({ name }) => name === 'resource'));
	return resources.flatMap(({ value: resource }) => {
		const choice = properties.find(
			(field) => field.name === 'operation' && isShown(field, 'resource', String(resource)),
		);
		return optionsOf(choice).map(({ value }) => `${String(resource)} › ${String(value)}`);
	});
}

/** The page `docs/operations.md`, from the descriptions of the node itself. */
export function operationsPage(properties: readonly INodeProperties[]): string {
	const resources = optionsOf(properties.find(({ name }) => name === 'resource'));
	const parts = resources.map(({ name, value }) => {
		const resource = String(value);
		const choice = properties.find(
			(field) => field.name === 'operation' && isShown(field, 'resource', resource),
		);
		const operations = optionsOf(choice).map((operation) =>
			operationPart(properties, resource, operation),
		);
		return [`## ${name} (\`${resource}\`)`, ...operations].join('\n\n');
	});
	return `${[
		'# Operations of the AllMySMS node',
		'This page is written by `npm run docs` from the descriptions that the editor shows, so it says what the node says. *Name* is what workflows store.',
		...parts,
		'## Endpoints of AllMySMS',
		'Every endpoint that is publicly known, and the operation that serves it.',
		table(['Endpoint', 'API', 'Operation', 'Remark'], endpoints.map(serving)),
	].join('\n\n')}\n`;
}
