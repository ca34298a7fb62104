import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { readApproval, readButtons, readLimit } from '../../shared/answers/question-parameters';
import type { AnswerKind, Choice } from '../../shared/answers/question';
import { read, readAll, refuse, type Result } from '../../shared/problem';
import { readText } from '../../shared/text/read-text';
import { itemReaders } from '../run/item-parameters';
import type { ItemReader } from '../run/item-reader';
import type { Asking } from './ask-people';

/** What one input item asks, and how its page shows it. */
export interface ItemSetup {
	readonly asking: Asking;
	readonly title: string | null;
	/** Null: the page shows the message. */
	readonly pageText: string | null;
}

/** What is one for the whole run: n8n waits once, whatever the number of items. */
interface RunSetup {
	readonly kind: AnswerKind;
	readonly choices: readonly Choice[];
	/** Milliseconds since 1970, or null. */
	readonly expiresAt: number | null;
	readonly shorten: boolean;
}

interface Answering {
	readonly kind: AnswerKind;
	readonly choices: readonly Choice[];
}

function readAnswering(reader: ItemReader): Result<Answering> {
	const given = reader.value('responseType') ?? 'approval';
	const withButtons = (choices: Result<readonly Choice[]>): Result<Answering> =>
		choices.ok ? read({ kind: 'choice', choices: choices.value }) : choices;
	switch (given) {
		case 'approval':
			return withButtons(readApproval(reader.value('approvalOptions')));
		case 'buttons':
			return withButtons(readButtons(reader.value('buttons')));
		case 'freeText':
			return read({ kind: 'text', choices: [] });
		case 'smsReply':
			return read({ kind: 'reply', choices: [] });
		default:
			return refuse(
				'Response Type',
				'is none that this version of the node knows',
				'Choose one from the list.',
			);
	}
}

/** A name cannot be answered: nobody's reply would ever come. */
function checkRepliable(reader: ItemReader, kind: AnswerKind): Result<null> {
	if (kind !== 'reply') return read(null);
	const sender = readText(reader.value('sender'), 'Sender (TPOA)');
	if (!sender.ok) return sender;
	if (sender.value === null) return read(null);
	return refuse(
		'Sender (TPOA)',
		`is "${sender.value}", but a phone cannot reply to a name`,
		"Leave it empty, or choose another 'Response Type' that is answered by a link.",
	);
}

function readItem(reader: ItemReader): Result<ItemSetup> {
	const texts = readAll({
		title: reader.optionText('pageTitle'),
		pageText: reader.optionText('pageText'),
	});
	if (!texts.ok) return texts;
	return read({
		...texts.value,
		asking: {
			to: reader.value('to'),
			message: reader.parts('message'),
			sender: reader.value('sender'),
			options: reader.value('options'),
		},
	});
}

/** The parameters of a run. */
export interface SetupReader {
	/** What rules the whole run, from its first item. */
	run(): Result<RunSetup>;
	item(itemIndex: number): Result<ItemSetup>;
}

/**
 * Opens the parameters of a run.
 *
 * @param fields the fields of the operation
 */
export function openSetup(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
): SetupReader {
	const readerOf = itemReaders(context, fields);
	return {
		run() {
			const opened = readerOf(0);
			if (!opened.ok) return opened;
			const reader = opened.value;
			const answering = readAnswering(reader);
			if (!answering.ok) return answering;
			const others = readAll({
				repliable: checkRepliable(reader, answering.value.kind),
				expiresAt: readLimit(reader.option('limitWaitTime'), context.getTimezone(), Date.now()),
				shorten: reader.optionSwitch('shortenLink'),
			});
			if (!others.ok) return others;
			const { expiresAt, shorten } = others.value;
			return read({ ...answering.value, expiresAt, shorten });
		},
		item(itemIndex) {
			const reader = readerOf(itemIndex);
			return reader.ok ? readItem(reader.value) : reader;
		},
	};
}
