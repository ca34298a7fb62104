import {
	NodeApiError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { failureHint, failureText, recipientFailure, wentWrong } from '../../shared/sending/output';
import { keylessHint } from '../../shared/sending/hints';
import { type Settled, isAccepted } from '../../shared/sending/recipient';
import type { Content } from '../../shared/sending/message';
import { readProviderAddress } from '../../shared/provider/gateway';
import { asFields } from '../../shared/values';
import {
	addHint,
	errorItem,
	isTriedAgain,
	nothingLeaves,
	NOTHING_SENT,
	problemError,
	unsentItem,
} from '../run/item-output';
import { deliver, type DeliveryPlan } from './deliver';
import { faultOfAll, readItems, recipientsIn, withRefused, type SendRequest } from './read-items';
import type { Sending, SendOperation } from './sending';

/**
 * The error of a run in which nothing was accepted: names cause, numbers, items and the remedy.
 *
 * @returns null where something was accepted, or nothing went wrong
 */
function nothingAccepted<C extends Content>(
	context: IExecuteFunctions,
	settled: ReadonlyArray<Settled<C>>,
	{ noun }: Sending<C>,
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
	{ row }: Sending<C>,
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
	{ noun, hints }: Sending<C>,
): void {
	const failed = errorsAsItems ? null : failureHint(settled, noun);
	if (failed !== null) addHint(context, 'warning', failed);
	const recipients = settled.map(({ recipient }) => recipient);
	const isKeyed = Object.hasOwn(asFields(context.getNode().parameters.options), 'uniqueKey');
	const keyless = isKeyed ? keylessHint(recipients) : null;
	if (keyless !== null) addHint(context, 'warning', keyless);
	for (const message of hints(recipients)) addHint(context, 'info', message);
}

/**
 * Sends what all items ask for: one output item per recipient, in input order. A row of data that
 * cannot be used is rejected, and stops nobody else.
 *
 * @throws NodeOperationError before anything is sent, where no item can be used or the run would send
 *   more than is allowed; NodeApiError where nothing was accepted; neither with "Continue"
 */
export async function sendItems<C extends Content>(
	context: IExecuteFunctions,
	given: ReadonlyArray<SendRequest<C>>,
	plan: DeliveryPlan,
	sending: Sending<C>,
): Promise<INodeExecutionData[]> {
	const errorsAsItems = context.continueOnFail();
	const fault = errorsAsItems ? null : faultOfAll(context, given);
	if (fault) throw fault;
	const requests = withRefused(given);
	const delivery = await deliver(context, recipientsIn(requests), plan, sending.callFor);
	if (delivery.kind === 'withheld') {
		if (!errorsAsItems) throw problemError(context, 0, delivery.problem, NOTHING_SENT);
		return requests.map((_, itemIndex) => unsentItem(itemIndex, delivery.problem));
	}
	const { settled, close } = delivery;
	const error = errorsAsItems ? null : nothingAccepted(context, settled, sending);
	if (error) throw error;
	addHints(context, settled, errorsAsItems, sending);

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
			if (each) items.push(settledItem(each, errorsAsItems, sending));
		}
	});
	if (!isTriedAgain(items)) close();
	return items;
}

/**
 * The work of an operation that sends: {@link sendItems} for the items that it reads.
 *
 * @param fields the fields of the operation
 */
export async function sendForEachItem<C extends Content>(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
	operation: SendOperation<C>,
): Promise<INodeExecutionData[]> {
	const address = await readProviderAddress(context);
	if (!address.ok) return nothingLeaves(context, address.problem);
	const { requests, options } = readItems(context, fields, operation.readItem);
	const plan = { address: address.value, concurrency: options?.concurrency ?? 1 };
	return await sendItems(context, requests, plan, operation);
}
