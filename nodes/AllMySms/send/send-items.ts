import {
	NodeApiError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeOperationError,
} from 'n8n-workflow';

import type { Problem } from '../../shared/problem';
import {
	failureHint,
	failureText,
	recipientFailure,
	wentWrong,
} from '../../shared/sending/failure-summary';
import { keylessHint } from '../../shared/sending/hints';
import { isAccepted } from '../../shared/sending/outcome';
import {
	refusedRecipient,
	type Content,
	type Noun,
	type Recipient,
	type Settled,
} from '../../shared/sending/recipient';
import { asFields } from '../../shared/values';
import {
	addHint,
	errorItem,
	isTriedAgain,
	NOTHING_SENT,
	problemError,
	unsentItem,
} from '../run/problem-output';
import { deliver, type DeliveryPlan } from './deliver';

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
function nothingAccepted<C extends Content>(
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
function settledItem<C extends Content>(
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
function addHints<C extends Content>(
	context: IExecuteFunctions,
	settled: ReadonlyArray<Settled<C>>,
	errorsAsItems: boolean,
	{ noun, hints }: SentKind<C>,
): void {
	const failed = errorsAsItems ? null : failureHint(settled, noun);
	if (failed !== null) addHint(context, 'warning', failed);
	const recipients = settled.map(({ recipient }) => recipient);
	const isKeyed = Object.hasOwn(asFields(context.getNode().parameters.options), 'uniqueKey');
	const keyless = isKeyed ? keylessHint(recipients) : null;
	if (keyless !== null) addHint(context, 'warning', keyless);
	for (const message of hints(recipients)) addHint(context, 'info', message);
}

/** What an item of the input asks for. */
export type SendRequest<C extends Content> =
	| { readonly kind: 'read'; readonly recipients: ReadonlyArray<Recipient<C>> }
	/** `to`: whom it names, as given. */
	| { readonly kind: 'refused'; readonly to: string; readonly problem: Problem };

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

/** The recipients that a run has, and what is wrong with the items that cannot be used. */
export const recipientsIn = <C extends Content>(
	requests: ReadonlyArray<SendRequest<C>>,
): Array<Recipient<C>> => requests.flatMap((each) => (each.kind === 'read' ? each.recipients : []));

/** What cannot be used is a row like any other: nothing leaves for it, and it stops nobody else. */
function withRefused<C extends Content>(
	requests: ReadonlyArray<SendRequest<C>>,
): Array<SendRequest<C>> {
	const like = recipientsIn(requests)[0]?.message;
	return requests.map((request, itemIndex) => {
		if (request.kind === 'read' || like === undefined) return request;
		const { to, problem } = request;
		return { kind: 'read', recipients: [refusedRecipient(itemIndex, to, problem, like)] };
	});
}

/**
 * Sends what all items ask for: one output item per recipient, in input order. A row of data that
 * cannot be used is rejected, and stops nobody else.
 *
 * @throws NodeOperationError before anything is sent, where no item can be used or the run would send
 *   more than is allowed; NodeApiError where
 *   nothing was accepted; neither with "Continue"
 */
export async function sendItems<C extends Content>(
	context: IExecuteFunctions,
	given: ReadonlyArray<SendRequest<C>>,
	plan: DeliveryPlan<C>,
	kind: SentKind<C>,
): Promise<INodeExecutionData[]> {
	const errorsAsItems = context.continueOnFail();
	const fault = errorsAsItems ? null : faultOfAll(context, given);
	if (fault) throw fault;
	const requests = withRefused(given);
	const delivery = await deliver(context, recipientsIn(requests), plan);
	if (delivery.kind === 'withheld') {
		if (!errorsAsItems) throw problemError(context, 0, delivery.problem, NOTHING_SENT);
		return requests.map((_, itemIndex) => unsentItem(itemIndex, delivery.problem));
	}
	const { settled, close } = delivery;
	const error = errorsAsItems ? null : nothingAccepted(context, settled, kind);
	if (error) throw error;
	addHints(context, settled, errorsAsItems, kind);

	let next = 0;
	const items: INodeExecutionData[] = [];
	requests.forEach((request, itemIndex) => {
		if (request.kind === 'refused') {
			items.push(unsentItem(itemIndex, request.problem));
			return;
		}
		const end = next + request.recipients.length;
		for (; next < end; next++) {
			const each = settled[next];
			if (each) items.push(settledItem(each, errorsAsItems, kind));
		}
	});
	if (!isTriedAgain(items)) close();
	return items;
}
