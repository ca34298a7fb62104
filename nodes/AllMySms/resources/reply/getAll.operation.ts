import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';

import { openRunMemory, nameRequests } from '../../run/run-memory';
import { read, readAll, type Result } from '../../../shared/problem';
import type { ReadReply } from '../../../shared/vocabulary/replies';
import { isTriedAgain, problemError, forEachItem } from '../../run/item-output';
import { outputRow } from '../../run/ask';
import { itemReaders } from '../../run/item-parameters';
import type { ItemReader } from '../../run/item-reader';
import {
	campaignIdField,
	fieldsOf,
	limitFields,
	optionsField,
	rawOption,
	subAccountOption,
} from '../fields';
import { choice, rawKey, type RowSpec, text, type RowOf } from '../row-spec';
import type { ReplySource } from './kept-replies';
import { askReplies, openNewReplies } from './read-replies';

export const description: INodeProperties[] = fieldsOf('reply', 'getAll', [
	{
		...campaignIdField,
		required: false,
		description: 'ID of the campaign that was replied to. Empty means the whole account.',
	},
	...limitFields,
	optionsField([
		{
			displayName: 'Only New',
			name: 'onlyNew',
			type: 'boolean',
			default: false,
			description:
				'Whether to return only replies that no earlier execution of this workflow returned, the oldest first. For workflows that a Schedule Trigger starts; runs from the editor count too.',
		},
		rawOption,
		subAccountOption,
	]),
]);

/** With the same keys as from the trigger. */
export const output = {
	event: choice(['reply', 'stop'], 'Whether the text asks for no more SMS'),
	replyId: text.orNull('ID of the reply'),
	smsId: text.orNull('ID of the SMS that was replied to'),
	campaignId: text.orNull('ID of the campaign that was replied to'),
	phoneNumber: text.orNull('Number of the phone, E.164'),
	message: text.orNull('The text, without the blanks around it'),
	receivedAt: text.orNull('When the reply came in, ISO 8601 with offset'),
	...rawKey,
} satisfies RowSpec;

/** What one item asks for. */
interface Asked {
	readonly source: ReplySource;
	readonly limit: number;
	readonly onlyNew: boolean;
	readonly withRaw: boolean;
}

function readAsked(reader: ItemReader): Result<Asked> {
	const asked = readAll({
		campaignId: reader.text('campaignId'),
		limit: reader.limit(),
		subAccount: reader.optionText('subAccount'),
	});
	if (!asked.ok) return asked;
	const { limit, ...source } = asked.value;
	const onlyNew = reader.isOptionOn('onlyNew');
	return read({ source, limit, onlyNew, withRaw: reader.isOptionOn('raw') });
}

const rowsOf = (
	replies: readonly ReadReply[],
	{ limit, withRaw }: Asked,
): Array<RowOf<typeof output>> =>
	(replies.length > limit ? replies.slice(0, limit) : replies).map((reply) =>
		outputRow(reply, withRaw),
	);

/** Reads the items of the run; those that ask for new replies are marked only when all were read. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const readerOf = itemReaders(this, description);
	const { run } = nameRequests(this);
	const returned = openRunMemory<IDataObject[]>(this.getContext('node'), 'allMySmsReplies', run);
	const newReplies = openNewReplies(this);
	const waiting = new Map<number, Asked>();

	const readItem = async (itemIndex: number): Promise<Result<IDataObject[]>> => {
		// An earlier try of "Retry On Fail" marked them as returned.
		const before = returned.recall(String(itemIndex));
		if (before) return { ok: true, value: before };
		const reader = readerOf(itemIndex);
		if (!reader.ok) return reader;
		const asked = readAsked(reader.value);
		if (!asked.ok) return asked;
		const { source, limit, onlyNew } = asked.value;
		if (!onlyNew) {
			const replies = await askReplies(this, source, limit);
			return replies.ok ? { ok: true, value: rowsOf(replies.value, asked.value) } : replies;
		}
		const reading = await newReplies.read(source);
		if (!reading.ok) return reading;
		waiting.set(itemIndex, asked.value);
		return { ok: true, value: [] };
	};

	const results = new Map<number, Result<IDataObject[]>>();
	for (const itemIndex of this.getInputData().keys()) {
		const result = await readItem(itemIndex);
		if (!result.ok && !this.continueOnFail()) throw problemError(this, itemIndex, result.problem);
		results.set(itemIndex, result);
	}
	const items = await forEachItem(this, async (itemIndex) => {
		const asked = waiting.get(itemIndex);
		if (!asked) return results.get(itemIndex) ?? { ok: true, value: [] };
		const taken = await newReplies.take(asked.source, asked.limit);
		if (!taken.ok) return taken;
		const rows = rowsOf(taken.value, { ...asked, limit: Infinity });
		returned.remember(String(itemIndex), rows);
		return { ok: true, value: rows };
	});
	if (!isTriedAgain(items)) returned.forget();
	return items;
}
