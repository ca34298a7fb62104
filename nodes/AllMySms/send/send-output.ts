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
} from '../../shared/sending/failure-summary';
import { isAccepted } from '../../shared/sending/outcome';
import type { Content, Noun, Recipient, Settled } from '../../shared/sending/recipient';
import { errorItem } from '../run/problem-output';

/** How the things that are sent are spoken of and shown. */
export interface SentKind<C extends Content> {
	readonly noun: Noun;
	/** The row of one recipient. */
	readonly row: (settled: Settled<C>) => IDataObject;
	/** What is worth a second look, in sentences. */
	readonly hints: (recipients: ReadonlyArray<Recipient<C>>) => readonly string[];
}

/**
 * The error of a run in which nothing was accepted: names cause, numbers, items and the remedy.
 *
 * @returns null where something was accepted, or nothing went wrong
 */
export function nothingAccepted<C extends Content>(
	context: IExecuteFunctions,
	settled: ReadonlyArray<Settled<C>>,
	{ noun }: SentKind<C>,
): NodeApiError | null {
	const first = settled.find(wentWrong);
	if (!first || settled.some(({ outcome }) => isAccepted(outcome))) return null;
	const { title: message, description } = failureText(settled, noun);
	const { itemIndex } = first.recipient;
	return new NodeApiError(context.getNode(), { message }, { message, description, itemIndex });
}

/** The output item of one recipient: its row, or an error where the user asked for errors as items. */
export function settledItem<C extends Content>(
	settled: Settled<C>,
	errorsAsItems: boolean,
	{ row }: SentKind<C>,
): INodeExecutionData {
	const { itemIndex } = settled.recipient;
	if (errorsAsItems && wentWrong(settled)) {
		return errorItem(itemIndex, recipientFailure(settled), settled.outcome.statusText);
	}
	return { json: row(settled), pairedItem: { item: itemIndex } };
}

/** Tells the user in the editor what is worth a second look. */
export function addHints<C extends Content>(
	context: IExecuteFunctions,
	settled: ReadonlyArray<Settled<C>>,
	errorsAsItems: boolean,
	{ noun, hints }: SentKind<C>,
): void {
	const failed = errorsAsItems ? null : failureHint(settled, noun);
	if (failed !== null) {
		context.addExecutionHints({ message: failed, type: 'warning', location: 'outputPane' });
	}
	for (const message of hints(settled.map(({ recipient }) => recipient))) {
		context.addExecutionHints({ message, type: 'info', location: 'outputPane' });
	}
}
