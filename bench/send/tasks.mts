import type { IDataObject } from 'n8n-workflow';

import type { ArrivedSms } from '../provider/sends.mts';

/** A contact of the campaign. */
export interface Contact extends IDataObject {
	readonly phone: string;
	readonly name: string;
	readonly date: string;
	readonly amount: number;
	readonly city: string;
	readonly order: string;
	readonly note: string;
}

/** Other data that a row of a real list has, some 100 characters. */
const NOTE =
	'Prefers the morning, has a dog, came by bicycle and asked twice for a receipt on paper.';

/** The items of a run: every number is another one. */
export const contacts = (count: number): Contact[] =>
	Array.from({ length: count }, (_, index) => ({
		phone: `0612${String(index).padStart(6, '0')}`,
		name: `guest number ${index}`,
		date: `2026-05-${String((index % 28) + 1).padStart(2, '0')}`,
		amount: (index % 5000) / 8,
		city: ['Lyon', 'Lille', 'Brest', 'Nice'][index % 4] ?? '',
		order: `A${index}`,
		note: NOTE,
	}));

/** What is to be sent to each contact. */
export interface Task {
	readonly title: string;
	/** As it stands in the node. */
	readonly message: string;
	/** What the phone must show. */
	readonly text: (contact: Contact) => string;
}

const titled = (text: string): string =>
	text.replace(/(?<=^|\s)\w/g, (letter) => letter.toUpperCase());

/** All that is measured, by the name on the command line. */
export const tasks = {
	constant: {
		title: 'constant text',
		message: 'We open on Monday at nine, come and see us!',
		text: () => 'We open on Monday at nine, come and see us!',
	},
	fields: {
		title: 'two plain fields',
		message: '=Hello {{ $json.name }}, we see each other on {{ $json.date }}.',
		text: ({ name, date }) => `Hello ${name}, we see each other on ${date}.`,
	},
	functions: {
		title: 'two function calls',
		message:
			'=Hello {{ $json.name.toTitleCase() }}, you have paid {{ $json.amount.toFixed(2) }} EUR.',
		text: ({ name, amount }) => `Hello ${titled(name)}, you have paid ${amount.toFixed(2)} EUR.`,
	},
	five: {
		title: 'five expressions',
		message:
			'=Hello {{ $json.name }}, your order {{ $json.order }} of {{ $json.amount.toFixed(2) }} EUR leaves {{ $json.city.toUpperCase() }} on {{ $json.date }}.',
		text: ({ name, order, amount, city, date }) =>
			`Hello ${name}, your order ${order} of ${amount.toFixed(2)} EUR leaves ${city.toUpperCase()} on ${date}.`,
	},
	itemByItem: {
		title: 'one expression that goes item by item',
		message: '=Hello {{ $input.item.json.name }}, we open on Monday.',
		text: ({ name }) => `Hello ${name}, we open on Monday.`,
	},
} as const satisfies Record<string, Task>;

export type TaskName = keyof typeof tasks;

/** The SMS that must arrive, each exactly once. */
export function* expectedSms(task: TaskName, items: readonly Contact[]): Generator<ArrivedSms> {
	for (const item of items) yield { phone: item.phone, text: tasks[task].text(item) };
}
