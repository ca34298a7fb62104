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
} from '../../shared/provider/provider-data';
import { callProviderAgain, readProviderAddress } from '../../shared/provider/gateway';
import type { ProviderCall } from '../../shared/provider/provider-call';
import { read, type Result } from '../../shared/problem';
import { itemReaders, type ItemReader } from './item-reader';
import { providerFailure } from './problem-output';
import { forEachItem } from './for-each-item';
import type { Fields } from '../../shared/values';
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
export interface Question<Row extends IDataObject = IDataObject> {
	readonly call: ProviderCall;
	/** What is asked for, as the subject of a sentence: `The replies of campaign "x"`. */
	readonly subject: string;
	/** What to do where the provider gives nothing and does not say why. */
	readonly remedy: string;
	/** Reads the answer; the rows become output items. */
	readonly rows: (answer: ReadableAnswer) => Result<Row[]>;
	/** The most rows that are wanted. */
	readonly limit?: number;
}

/** Lists of 100,000 rows take their time. */
const LIST_TIMEOUT_MS = 120_000;

/** The answer to a question, or why there is none. */
export async function askQuestion<Row extends IDataObject>(
	context: IExecuteFunctions,
	question: Question<Row>,
	ask = askProvider,
): Promise<Result<Row[]>> {
	const { call, subject, remedy, rows, limit = Infinity } = question;
	const answer = await ask(context, call, LIST_TIMEOUT_MS);
	if (!answer.ok)
		return providerFailure(
			`${subject} could not be read: ${answer.problem.what}`,
			answer.problem.remedy,
		);
	const reading = rows(answer.value);
	if (!reading.ok) {
		const { problem } = reading;
		return providerFailure(
			`${subject} could not be read: ${problem.what}`,
			problem.remedy || remedy,
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
 * share one request.
 *
 * @param fields the fields of the operation
 */
export async function askForEachItem<Row extends IDataObject>(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
	questionOf: (reader: ItemReader) => Result<Question<Row>>,
): Promise<INodeExecutionData[]> {
	const readerOf = itemReaders(context, fields);
	const ask = rememberLast();
	return await forEachItem(context, async (itemIndex) => {
		const reader = readerOf(itemIndex);
		if (!reader.ok) return reader;
		const question = questionOf(reader.value);
		if (!question.ok) return question;
		return await askQuestion(context, question.value, ask);
	});
}

/** A row in the words of this package, with the provider's own. */
export interface ReadRow<Row> {
	readonly row: Row;
	readonly raw: Fields;
}

/** A row to which the user may have added the provider's own. */
export type WithRaw<Row> = Row & { raw?: IDataObject };

/** The row as an output item, with the provider's own row where the user asked for it. */
export function outputRow<Row extends IDataObject>(
	{ row, raw }: ReadRow<Row>,
	withRaw: boolean,
): WithRaw<Row> {
	return withRaw ? { ...row, raw: withoutSecrets(raw) as IDataObject } : { ...row };
}

/** The same for all rows of an answer, at most `limit` of them. */
export function outputRows<Row extends IDataObject>(
	reading: Result<ReadRow<Row>[]>,
	withRaw: boolean,
	limit = Infinity,
): Result<WithRaw<Row>[]> {
	if (!reading.ok) return reading;
	const wanted = reading.value.length > limit ? reading.value.slice(0, limit) : reading.value;
	return read(wanted.map((each) => outputRow(each, withRaw)));
}
