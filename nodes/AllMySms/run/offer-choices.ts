import { NodeApiError, type ILoadOptionsFunctions, type INodeListSearchResult } from 'n8n-workflow';

import type { Result } from '../../shared/problem';
import { callProvider, providerAddress } from '../../shared/provider/gateway';
import { providerData } from '../../shared/provider/provider-data';
import type { ProviderCall } from '../../shared/provider/provider-call';
import type { AnswerData } from '../../shared/vocabulary/answers';

/** One thing to choose. */
interface Choice {
	/** What the user sees and searches. */
	readonly name: string;
	/** What the workflow stores. */
	readonly value: string;
}

/** What the editor asks the provider for. */
export interface EditorQuestion<Row> {
	readonly call: ProviderCall;
	readonly read: (data: AnswerData, httpStatus: number) => Result<readonly Row[]>;
	/** What is offered, as the subject of a sentence: `The contact lists`. */
	readonly subject: string;
	/** What to do where the provider gives none and does not say why. */
	readonly remedy: string;
}

/** What is offered "From List". */
export interface Offer<Row> extends EditorQuestion<Row> {
	readonly choice: (row: Row) => Choice | null;
}

const TIMEOUT_MS = 20_000;

/** Case and accents do not matter to somebody who searches. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * Asks the provider while the user edits the node.
 *
 * @throws NodeApiError where the provider gives nothing
 */
export async function askForEditor<Row>(
	context: ILoadOptionsFunctions,
	{ call, read, subject, remedy }: EditorQuestion<Row>,
): Promise<readonly Row[]> {
	const address = await providerAddress(context);
	const answer = providerData(
		await callProvider(context, address, { ...call, timeoutMs: TIMEOUT_MS }),
	);
	const reading = answer.ok ? read(answer.value.data, answer.value.httpStatus) : answer;
	if (reading.ok) return reading.value;
	const message = `${subject} could not be read: ${reading.problem.what}`;
	const description = reading.problem.remedy || remedy;
	throw new NodeApiError(context.getNode(), { message }, { message, description });
}

/**
 * Offers what the account has, in alphabetical order.
 *
 * @param filter what the user typed into the search of the list
 * @throws NodeApiError where the provider gives nothing
 */
export async function offerChoices<Row>(
	context: ILoadOptionsFunctions,
	{ choice, ...question }: Offer<Row>,
	filter = '',
): Promise<INodeListSearchResult> {
	const rows = await askForEditor(context, question);
	const wanted = plain(filter);
	return {
		results: rows
			.flatMap((row) => choice(row) ?? [])
			.filter(({ name }) => plain(name).includes(wanted))
			.sort((a, b) => a.name.localeCompare(b.name, 'fr')),
	};
}

/** The sub-account that the options of the node name; null where an expression stands there. */
export function subAccountInEditor(context: ILoadOptionsFunctions): string | null {
	const options: unknown = context.getCurrentNodeParameter('options');
	if (typeof options !== 'object' || options === null || !('subAccount' in options)) return null;
	const { subAccount } = options;
	// An expression has no value before the node runs.
	const isPlain = typeof subAccount === 'string' && !subAccount.startsWith('=');
	return isPlain && subAccount.trim() !== '' ? subAccount.trim() : null;
}
