import type { IExecuteFunctions, INodeExecutionData, NodeOperationError } from 'n8n-workflow';

import { problemOf, type Refusal } from '../../shared/problem';
import { refusedLine, type RecipientLine } from '../../shared/sending/planned-sms';
import { refusalError, refusalItem } from '../run/failure';
import { deliver, type DeliveryPlan } from './deliver';
import { addHints, lineItem, nothingAccepted, type Delivered, type SentKind } from './send-output';

/** What an item of the input asks for. */
export type SendRequest =
	| { readonly kind: 'lines'; readonly lines: readonly RecipientLine[] }
	/** `to`: whom it names, as given. */
	| { readonly kind: 'refused'; readonly to: string; readonly refusal: Refusal };

/**
 * The error of a node that is set up wrongly, which shows in every item: a constant that cannot be
 * used, or an expression that fails for all.
 *
 * @returns null where at least one item can be used: then a bad one is a bad row of data
 */
export function faultOfAll(
	context: IExecuteFunctions,
	requests: readonly SendRequest[],
): NodeOperationError | null {
	const [first] = requests;
	if (first?.kind !== 'refused' || requests.some(({ kind }) => kind === 'lines')) return null;
	return refusalError(context, 0, first.refusal);
}

/** What cannot be used is a row like any other: nothing leaves for it, and it stops nobody else. */
function withRefusedLines(requests: readonly SendRequest[]): SendRequest[] {
	const like = requests.flatMap((each) => (each.kind === 'lines' ? each.lines : []))[0]?.draft;
	return requests.map((request, itemIndex) => {
		if (request.kind === 'lines' || like === undefined) return request;
		const line = refusedLine(itemIndex, request.to, problemOf(request.refusal), like);
		return { kind: 'lines', lines: [line] };
	});
}

/**
 * Sends what all items ask for: one output item per recipient, in input order. A row of data that
 * cannot be used is rejected, and stops nobody else.
 *
 * @throws NodeOperationError where no item can be used, before anything is sent; NodeApiError where
 *   nothing was accepted; neither with "Continue"
 */
export async function sendItems(
	context: IExecuteFunctions,
	given: readonly SendRequest[],
	plan: DeliveryPlan,
	kind: SentKind,
): Promise<INodeExecutionData[]> {
	const errorsAsItems = context.continueOnFail();
	const fault = errorsAsItems ? null : faultOfAll(context, given);
	if (fault) throw fault;
	const requests = withRefusedLines(given);

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
