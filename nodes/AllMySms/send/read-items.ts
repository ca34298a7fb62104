import {
	type IExecuteFunctions,
	type INodeProperties,
	type NodeApiError,
	type NodeOperationError,
} from 'n8n-workflow';
import { DateTime } from 'luxon';

import { splitRecipients } from '../../shared/numbers/dialling';
import { fail, type Problem } from '../../shared/problem';
import type { Moment } from '../../shared/sending/departure';
import type { SendingOptions } from '../../shared/sending/options';
import { refusedRecipient, type Recipient } from '../../shared/sending/recipient';
import type { Content } from '../../shared/sending/message';
import { openItems } from '../run/item-parameters';
import { NOTHING_SENT, problemError } from '../run/item-output';
import type { ReadItem } from './sending';

/** What an item of the input asks for. */
export type SendRequest<C extends Content> =
	| { readonly kind: 'read'; readonly recipients: ReadonlyArray<Recipient<C>> }
	/** `to`: whom it names, as given. */
	| { readonly kind: 'refused'; readonly to: string; readonly problem: Problem };

/** The input of a run, item by item. */
export interface SendInput<C extends Content> {
	readonly requests: ReadonlyArray<SendRequest<C>>;
	/** Options of the first item that could be read: they rule what is common to the run. */
	readonly options: SendingOptions | null;
}

/** When and where dates of the run are read. */
export function currentMoment(context: IExecuteFunctions): Moment {
	return {
		// Told anew for each date: an expression with $now is older than this when it is read.
		get now() {
			return DateTime.now();
		},
		workflowZone: context.getTimezone(),
	};
}

/** The recipients of an item that cannot be used, as they were given; empty where there are none. */
export const recipientsAsGiven = (raw: unknown): string =>
	splitRecipients(raw)
		.map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each)))
		.join(', ')
		.slice(0, 200);

/**
 * Reads all items of the run. Nothing is sent here.
 *
 * @param fields the fields of the operation, 'To' among them
 */
export function readItems<C extends Content>(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
	readItem: ReadItem<C>,
): SendInput<C> {
	const readerOf = openItems(context, fields);
	const moment = currentMoment(context);
	let options: SendingOptions | null = null;
	const requests = context.getInputData().map((_, itemIndex): SendRequest<C> => {
		const reader = readerOf(itemIndex);
		const { problem } = reader;
		const reading = problem === null ? readItem(reader, itemIndex, moment) : fail(problem);
		if (!reading.ok) {
			const to = recipientsAsGiven(reader.value('to'));
			return { kind: 'refused', to, problem: reading.problem };
		}
		options ??= reading.value.options;
		return { kind: 'read', recipients: reading.value.recipients };
	});
	return { requests, options };
}

/**
 * The error of a node that is set up wrongly, which shows in every item: a constant that cannot be
 * used, or an expression that fails for all.
 *
 * @returns null where at least one item can be used: then a bad one is a bad row of data
 */
export function faultOfAll(
	context: IExecuteFunctions,
	requests: ReadonlyArray<SendRequest<Content>>,
): NodeApiError | NodeOperationError | null {
	const [first] = requests;
	if (first?.kind !== 'refused' || requests.some(({ kind }) => kind === 'read')) return null;
	return problemError(context, 0, first.problem, NOTHING_SENT);
}

/** The recipients that a run has. */
export const recipientsIn = <C extends Content>(
	requests: ReadonlyArray<SendRequest<C>>,
): Array<Recipient<C>> => requests.flatMap((each) => (each.kind === 'read' ? each.recipients : []));

/** What cannot be used is a row like any other: nothing leaves for it, and it stops nobody else. */
export function withRefused<C extends Content>(
	requests: ReadonlyArray<SendRequest<C>>,
): Array<SendRequest<C>> {
	const like = recipientsIn(requests)[0]?.message;
	return requests.map((request, itemIndex) => {
		if (request.kind === 'read' || like === undefined) return request;
		const { to, problem } = request;
		return { kind: 'read', recipients: [refusedRecipient(itemIndex, to, problem, like)] };
	});
}
