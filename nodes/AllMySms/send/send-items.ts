import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { RecipientLine } from '../../shared/sending/planned-sms';
import type { Refusal } from '../../shared/problem';
import { refusalError, refusalItem } from '../run/refusal-error';
import { deliver, type DeliveryPlan } from './deliver';
import { addHints, lineItem, nothingAccepted, type Delivered, type SentKind } from './send-output';

/** What an item of the input asks for. */
export type SendRequest =
	| { readonly kind: 'lines'; readonly lines: readonly RecipientLine[] }
	| { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Sends what all items ask for: one output item per recipient, in input order.
 *
 * @throws NodeOperationError for an item that cannot be used, before anything is sent;
 *   NodeApiError where nothing was accepted; neither with "Continue"
 */
export async function sendItems(
	context: IExecuteFunctions,
	requests: readonly SendRequest[],
	plan: DeliveryPlan,
	kind: SentKind,
): Promise<INodeExecutionData[]> {
	const errorsAsItems = context.continueOnFail();
	if (!errorsAsItems) {
		for (const [itemIndex, request] of requests.entries()) {
			if (request.kind === 'refused') throw refusalError(context, itemIndex, request.refusal);
		}
	}

	const lines = requests.flatMap((request) => (request.kind === 'lines' ? request.lines : []));
	const delivery = await deliver(context, lines, plan);
	const delivered = lines.flatMap((line, index): Delivered[] => {
		const outcome = delivery.outcomes[index];
		return outcome ? [{ line, outcome }] : [];
	});
	if (!errorsAsItems) {
		const error = nothingAccepted(context, delivered, kind);
		if (error) throw error;
	}
	addHints(context, delivered, errorsAsItems, kind);

	let next = 0;
	const items = requests.flatMap((request, itemIndex): INodeExecutionData[] => {
		if (request.kind === 'refused') return [refusalItem(itemIndex, request.refusal)];
		const own = delivered.slice(next, next + request.lines.length);
		next += request.lines.length;
		return own.map((each) => lineItem(each, errorsAsItems, kind));
	});
	// "Retry On Fail" runs the node again when its first item is an error, whatever "On Error" says.
	if (items[0]?.json.error === undefined) delivery.close();
	return items;
}
