import {
	NodeApiError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import {
	failureHint,
	failureText,
	recipientFailure,
	wentWrong,
	type Told,
} from '../../shared/sending/failure-summary';
import { isAccepted, type Outcome } from '../../shared/sending/outcome';
import type { RecipientLine } from '../../shared/sending/planned-sms';
import { errorItem } from '../run/failure';

/** A line with what became of it. */
export interface Delivered {
	readonly line: RecipientLine;
	readonly outcome: Outcome;
}

/** How the things that are sent are spoken of and shown. */
export interface SentKind {
	/** `SMS` or `voice message`. */
	readonly noun: string;
	/** Texts of the road speak of SMS: the same for what is sent here. */
	readonly inWords: (text: string) => string;
	/** The row of one recipient. */
	readonly row: (line: RecipientLine, outcome: Outcome) => IDataObject;
	/** What is worth a second look, in sentences. */
	readonly hints: (lines: readonly RecipientLine[]) => readonly string[];
}

const toldOf = ({ line: { itemIndex, to }, outcome }: Delivered): Told => ({
	itemIndex,
	to,
	outcome,
});

/**
 * The error of a run in which nothing was accepted: names cause, numbers, items and the remedy.
 *
 * @returns null where something was accepted, or nothing went wrong
 */
export function nothingAccepted(
	context: IExecuteFunctions,
	delivered: readonly Delivered[],
	{ noun, inWords }: SentKind,
): NodeApiError | null {
	const first = delivered.find(wentWrong);
	if (!first || delivered.some(({ outcome }) => isAccepted(outcome))) return null;
	const { title, description } = failureText(delivered.map(toldOf), noun);
	const message = inWords(title);
	return new NodeApiError(
		context.getNode(),
		{ message },
		{ message, description: inWords(description), itemIndex: first.line.itemIndex },
	);
}

/** The output item of one line: its row, or an error where the user asked for errors as items. */
export function lineItem(
	delivered: Delivered,
	errorsAsItems: boolean,
	{ noun, row, inWords }: SentKind,
): INodeExecutionData {
	const { line, outcome } = delivered;
	if (errorsAsItems && wentWrong(delivered)) {
		const error = inWords(recipientFailure(toldOf(delivered), noun));
		return errorItem(line.itemIndex, error, inWords(outcome.statusText));
	}
	return { json: row(line, outcome), pairedItem: { item: line.itemIndex } };
}

/** Tells the user in the editor what is worth a second look. */
export function addHints(
	context: IExecuteFunctions,
	delivered: readonly Delivered[],
	errorsAsItems: boolean,
	{ noun, inWords, hints }: SentKind,
): void {
	const failed = errorsAsItems ? null : failureHint(delivered.map(toldOf), noun);
	if (failed !== null) {
		context.addExecutionHints({
			message: inWords(failed),
			type: 'warning',
			location: 'outputPane',
		});
	}
	for (const message of hints(delivered.map(({ line }) => line))) {
		context.addExecutionHints({ message, type: 'info', location: 'outputPane' });
	}
}
