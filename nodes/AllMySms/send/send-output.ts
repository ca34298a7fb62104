import {
	NodeApiError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';

import { isAccepted, type Outcome } from '../../shared/sending/outcome';
import type { RecipientLine } from '../../shared/sending/planned-sms';
import { errorItem } from '../run/error-item';

/** A line with what became of it. */
export interface Delivered {
	readonly line: RecipientLine;
	readonly outcome: Outcome;
}

/** How the things that are sent are spoken of and shown. */
export interface SentKind {
	/** `SMS` or `voice message`. */
	readonly noun: string;
	/** The row of one recipient. */
	readonly row: (line: RecipientLine, outcome: Outcome) => IDataObject;
	/** What is worth a second look, in sentences. */
	readonly hints: (lines: readonly RecipientLine[]) => readonly string[];
}

const wentWrong = ({ outcome }: Delivered): boolean =>
	outcome.status === 'rejected' || outcome.status === 'unknown';

const plural = (noun: string): string => (noun === 'SMS' ? noun : `${noun}s`);

/** How many lines an error names before it says how many more there are. */
const NAMED = 5;

/**
 * The error of a run in which nothing was accepted: names numbers, items and the remedy.
 *
 * @returns null where something was accepted, or nothing went wrong
 */
export function nothingAccepted(
	context: IExecuteFunctions,
	delivered: readonly Delivered[],
	{ noun }: SentKind,
): NodeApiError | null {
	const failed = delivered.filter(wentWrong);
	const first = failed[0];
	if (!first || delivered.some(({ outcome }) => isAccepted(outcome))) return null;

	const { line, outcome } = first;
	const what = outcome.status === 'unknown' ? 'may not have been sent' : 'was not sent';
	const named = failed
		.slice(0, NAMED)
		.map((each) => `${each.line.to} [item ${each.line.itemIndex}]: ${each.outcome.statusText}`);
	const more = failed.length > NAMED ? [`… and ${failed.length - NAMED} more.`] : [];
	const message =
		failed.length === 1
			? `The ${noun} to ${line.to} ${what} [item ${line.itemIndex}]`
			: `None of ${failed.length} ${plural(noun)} was accepted; the first is to ${line.to} [item ${line.itemIndex}]`;
	return new NodeApiError(
		context.getNode(),
		{ message },
		{ message, description: [...named, ...more].join('\n'), itemIndex: line.itemIndex },
	);
}

/** The output item of one line: its row, or an error where the user asked for errors as items. */
export function lineItem(
	{ line, outcome }: Delivered,
	errorsAsItems: boolean,
	{ noun, row }: SentKind,
): INodeExecutionData {
	if (errorsAsItems && wentWrong({ line, outcome })) {
		const error =
			outcome.status === 'unknown'
				? `It is not known whether the ${noun} to ${line.to} was sent`
				: `The ${noun} to ${line.to} was not sent`;
		return errorItem(line.itemIndex, error, outcome.statusText);
	}
	return { json: row(line, outcome), pairedItem: { item: line.itemIndex } };
}

/** Tells the user in the editor what is worth a second look. */
export function addHints(
	context: IExecuteFunctions,
	delivered: readonly Delivered[],
	errorsAsItems: boolean,
	kind: SentKind,
): void {
	const failed = delivered.filter(wentWrong).length;
	if (failed > 0 && !errorsAsItems) {
		context.addExecutionHints({
			message: `${failed} of ${delivered.length} ${plural(kind.noun)} ${failed === 1 ? 'was' : 'were'} not accepted for certain: see 'status' and 'statusText' of the output items.`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	for (const message of kind.hints(delivered.map(({ line }) => line))) {
		context.addExecutionHints({ message, type: 'info', location: 'outputPane' });
	}
}
