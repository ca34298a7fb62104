import type {
	IExecuteFunctions,
	INodeExecutionData,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import type { Problem } from '../../shared/problem';
import { refusedRecipient, type Content, type Recipient } from '../../shared/sending/recipient';
import { NOTHING_SENT, problemError, unsentItem } from '../run/problem-output';
import { deliver, type DeliveryPlan } from './deliver';
import { addHints, nothingAccepted, settledItem, type SentKind } from './send-output';

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
 * @throws NodeOperationError where no item can be used, before anything is sent; NodeApiError where
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
	const { settled, close } = await deliver(context, recipientsIn(requests), plan);
	const error = errorsAsItems ? null : nothingAccepted(context, settled, kind);
	if (error) throw error;
	addHints(context, settled, errorsAsItems, kind);

	let next = 0;
	const items = requests.flatMap((request, itemIndex): INodeExecutionData[] => {
		if (request.kind === 'refused') return [unsentItem(itemIndex, request.problem)];
		return request.recipients.flatMap(() => {
			const each = settled[next++];
			return each ? [settledItem(each, errorsAsItems, kind)] : [];
		});
	});
	// "Retry On Fail" runs the node again when its first item is an error, whatever "On Error" says.
	if (items[0]?.json.error === undefined) close();
	return items;
}
