import type {
	IExecuteFunctions,
	IDataObject,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import {
	noAnswer,
	providerData,
	type ProviderData,
	type ReadableAnswer,
} from '../../shared/provider/provider-answer';
import { callProviderAgain, readProviderAddress } from '../../shared/provider/gateway';
import type { ProviderCall } from '../../shared/provider/provider-call';
import { read, type Result } from '../../shared/problem';
import { itemReaders } from './item-parameters';
import type { ItemReader } from './item-reader';
import { providerFailure, forEachItem } from './item-output';
import type { ReadRow } from '../../shared/vocabulary/rows';
import { withoutSecrets } from '../../shared/vocabulary/secrets';

const TIMEOUT_MS = 30_000;

/**
 * Asks the provider for something. Never throws for what happens on the way.
 *
 * @param timeoutMs for the whole answer; large lists need longer than the default of 30 seconds
 */
export async function askProvider(
	context: IExecuteFunctions,
	call: ProviderCall,
	timeoutMs: number = TIMEOUT_MS,
): Promise<ProviderData> {
	const address = await readProviderAddress(context);
	if (!address.ok) {
		return noAnswer(address.problem.what, address.problem.remedy);
	}
	const reply = await callProviderAgain(context, address.value, { ...call, timeoutMs });
	return providerData(reply);
}

/** What an item asks the provider for. */
export interface Question<Row = IDataObject> {
	readonly call: ProviderCall;
	/** What is asked for, as the subject of a sentence: `The replies of campaign "x"`. */
	readonly subject: string;
	/** What to do where the provider gives nothing and does not say why. */
	readonly remedy: string;
	/** Reads the answer; the rows become output items. */
	readonly rows: (answer: ReadableAnswer) => Result<ReadonlyArray<ReadRow<Row>>>;
	/** The most rows that are wanted. */
	readonly limit?: number;
	/** Set where each item asks anew, even what the item before asked. */
	readonly anew?: true;
	/** Asked where this one was answered; every row gets what its one row holds. */
	readonly adds?: Question<Partial<Row>>;
}

/** The row as an output item, with the provider's own row where the user asked for it. */
export const outputRow = <Row extends IDataObject>(
	{ row, raw }: ReadRow<Row>,
	withRaw: boolean,
): Row & { raw?: IDataObject } =>
	withRaw ? { ...row, raw: withoutSecrets(raw) as IDataObject } : { ...row };

/** Lists of 100,000 rows take their time. */
const LIST_TIMEOUT_MS = 120_000;

/** The answer to a question, or why there is none. */
async function askQuestion<Row extends IDataObject>(
	context: IExecuteFunctions,
	question: Question<Row>,
	ask: typeof askProvider,
): Promise<Result<ReadonlyArray<ReadRow<Row>>>> {
	const { call, subject, remedy, rows, limit = Infinity } = question;
	const answer = await ask(context, call, LIST_TIMEOUT_MS);
	const reading = answer.ok ? rows(answer.value) : answer;
	if (!reading.ok) {
		const { problem } = reading;
		return providerFailure(
			`${subject} could not be read: ${problem.what}`,
			problem.remedy || (answer.ok ? remedy : ''),
		);
	}
	return reading.value.length > limit ? read(reading.value.slice(0, limit)) : reading;
}

/** Asks the same as the item before only once; keeps no more than one answer. */
function rememberLast(): typeof askProvider {
	let last: { readonly key: string; readonly answer: ProviderData } | null = null;
	return async (context, call, timeoutMs) => {
		const key = JSON.stringify(call);
		if (last?.key === key) return last.answer;
		const answer = await askProvider(context, call, timeoutMs);
		last = answer.ok ? { key, answer } : null;
		return answer;
	};
}

/**
 * Asks the provider for each item and gives the rows as items. Items in a row that ask the same
 * share one request. Where the fields have 'Include Raw Data', it adds the provider's own row.
 *
 * @param fields the fields of the operation
 */
export async function askForEachItem(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
	questionOf: (reader: ItemReader) => Result<Question>,
): Promise<INodeExecutionData[]> {
	const readerOf = itemReaders(context, fields);
	const askOnce = rememberLast();
	return await forEachItem(context, async (itemIndex) => {
		const reader = readerOf(itemIndex);
		if (!reader.ok) return reader;
		const question = questionOf(reader.value);
		if (!question.ok) return question;
		const { anew, adds } = question.value;
		const rows = await askQuestion(context, question.value, anew ? askProvider : askOnce);
		if (!rows.ok) return rows;
		const more = adds ? await askQuestion(context, adds, askProvider) : read([]);
		if (!more.ok) return more;
		const withRaw = reader.value.isOptionOn('raw');
		const added = more.value[0]?.row;
		return read(rows.value.map((each) => Object.assign(outputRow(each, withRaw), added)));
	});
}
