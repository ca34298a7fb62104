import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import type { Result } from '../../shared/problem';
import { oncePerObject } from '../../shared/values';
import { callProviderAgain, readProviderAddress } from '../../shared/provider/gateway';
import {
	isRefusedForLoad,
	type ProviderCall,
	type ProviderReply,
} from '../../shared/provider/provider-call';
import { providerData } from '../../shared/provider/provider-answer';
import type { AnswerData } from '../../shared/vocabulary/answers';
import type { DoneReading } from '../../shared/vocabulary/rows';
import { openCrashGuard } from './crash-guard';
import { forEachItem, isTriedAgain, providerFailure } from './item-output';
import { itemReaders } from './item-parameters';
import type { ItemReader } from './item-reader';
import { openRunMemory, nameRequests } from './run-memory';

/** What became of a request that changes something. */
type Told =
	| { readonly kind: 'answered'; readonly data: AnswerData; readonly httpStatus: number }
	/** Nothing was changed for certain. */
	| { readonly kind: 'notDone'; readonly what: string; readonly remedy: string }
	/** It may have been changed. */
	| { readonly kind: 'unknown'; readonly what: string };

/** Adding 1,000 contacts takes longer than a question. */
const TIMEOUT_MS = 60_000;

function toldBy(reply: ProviderReply): Told {
	const data = providerData(reply);
	if (data.ok) return { kind: 'answered', ...data.value };
	const { what, remedy, httpStatus } = data.problem;
	if (reply.kind === 'unreached') return { kind: 'notDone', what, remedy };
	// Where there is no word of the provider, only a refusal by status is certain.
	const isRefused =
		httpStatus !== null && httpStatus >= 300 && httpStatus < 500 && httpStatus !== 408;
	return isRefused || isRefusedForLoad(reply)
		? { kind: 'notDone', what, remedy }
		: { kind: 'unknown', what };
}

/**
 * Tells the provider to change something, once: it is told again only where that is certain to be
 * safe. Never throws for what happens on the way.
 */
async function tellProvider(context: IExecuteFunctions, call: ProviderCall): Promise<Told> {
	const address = await readProviderAddress(context);
	if (!address.ok) {
		const { what, remedy } = address.problem;
		return { kind: 'notDone', what, remedy };
	}
	const reply = await callProviderAgain(context, address.value, { ...call, timeoutMs: TIMEOUT_MS });
	return toldBy(reply);
}

/** What the provider's answer to an order means. */
export type OrderAnswer<Row = IDataObject> =
	| {
			readonly kind: 'done';
			readonly row: Row;
			/** Keys of the row that must not stand in the memory of the run, and what is in them. */
			readonly secret?: Partial<Row>;
	  }
	| Exclude<DoneReading, { kind: 'done' }>;

/** Something that an item, or several together, tell the provider to change. */
export interface Order<Row = IDataObject> {
	readonly call: ProviderCall;
	/** What is to happen, as a sentence goes on from it: `The list "x" was`. */
	readonly subject: string;
	/** How the sentence ends: `created`. */
	readonly verb: string;
	/** What to do where the provider refuses and does not say why. */
	readonly remedy: string;
	/**
	 * Whether a second time would change more than one time: such an order is not given again
	 * after an answer that leaves it open whether it was carried out.
	 */
	readonly once: boolean;
	/** What the order is by, where the call itself holds a secret: even its hash could be guessed. */
	readonly identity?: string;
	readonly read: (data: AnswerData, httpStatus: number) => OrderAnswer<Row>;
}

/** Gives orders and remembers those that were carried out. */
export interface OrderBook {
	/** @param place of the order in the run, equal on every try of "Retry On Fail" */
	fulfil(place: string | number, order: Order): Promise<Result<IDataObject>>;
	/** To be called when the run is over: no further try will come. */
	close(): void;
}

/**
 * Secrets of the rows that a run remembers. n8n stores the node's context with the execution and
 * shows it whatever its redaction says; these stay with the process, where the tries of "Retry On
 * Fail" find them.
 */
const secretsOf = oncePerObject(() => new Map<string, IDataObject>());

/**
 * Opens the orders of one run. What an earlier try of the run has done is not done again: its row
 * comes out as if it had been done now.
 */
export function openOrders(context: IExecuteFunctions): OrderBook {
	const { run, keyOf, lasts } = nameRequests(context);
	const nodeContext = context.getContext('node');
	const memory = openRunMemory<Result<IDataObject>>(nodeContext, 'allMySmsOrders', run);
	const secrets = secretsOf(nodeContext);
	const guard = openCrashGuard(context, memory, run);

	const unknown = ({ subject, verb, once }: Order, why: string): Result<IDataObject> =>
		providerFailure(
			`It is not known whether ${subject.charAt(0).toLowerCase()}${subject.slice(1)} ${verb}: ${why}`,
			once
				? 'Look in the AllMySMS client area first: doing it again would count twice.'
				: 'Run the node again; doing it twice does no harm.',
		);

	const give = async (key: string, order: Order): Promise<Result<IDataObject>> => {
		if (order.once && (await guard.announce([key])).size > 0) {
			return unknown(order, 'n8n stopped at this point and started the execution again');
		}
		const { subject, verb, remedy, once } = order;
		const told = await tellProvider(context, order.call);
		if (told.kind === 'notDone') {
			return providerFailure(`${subject} not ${verb}: ${told.what}`, told.remedy);
		}
		const answer: OrderAnswer =
			told.kind === 'answered'
				? order.read(told.data, told.httpStatus)
				: { kind: 'unclear', problem: { what: told.what, remedy: '' } };
		if (answer.kind === 'refused') {
			return providerFailure(
				`${subject} not ${verb}: ${answer.problem.what}`,
				answer.problem.remedy || remedy,
			);
		}
		const isDone = answer.kind === 'done';
		const result: Result<IDataObject> = isDone
			? { ok: true, value: answer.row }
			: unknown(order, answer.problem.what);
		if (isDone || once) memory.remember(key, result);
		if (isDone && answer.secret) secrets.set(`${run}/${key}`, answer.secret);
		return result;
	};

	const withSecrets = (key: string, result: Result<IDataObject>): Result<IDataObject> =>
		result.ok ? { ok: true, value: { ...result.value, ...secrets.get(`${run}/${key}`) } } : result;

	const forget = () => {
		memory.forget();
		secrets.clear();
	};

	return {
		async fulfil(place, order) {
			const key = keyOf(place, order.identity ?? order.call);
			return withSecrets(key, memory.recall(key) ?? (await give(key, order)));
		},
		close: lasts ? () => undefined : forget,
	};
}

/**
 * Tells the provider to change something for each item: one output item per input item.
 *
 * @param fields the fields of the operation
 */
export async function tellForEachItem(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
	orderOf: (reader: ItemReader) => Result<Order>,
): Promise<INodeExecutionData[]> {
	const readerOf = itemReaders(context, fields);
	const orders = openOrders(context);
	const items = await forEachItem(context, async (itemIndex) => {
		const reader = readerOf(itemIndex);
		if (!reader.ok) return reader;
		const order = orderOf(reader.value);
		if (!order.ok) return order;
		const result = await orders.fulfil(itemIndex, order.value);
		return result.ok ? { ok: true, value: [result.value] } : result;
	});
	if (!isTriedAgain(items)) orders.close();
	return items;
}
