import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { deliver } from './deliver';
import { readSmsItems, refusalError } from './read-items';
import { addHints, errorItem, lineItem, nothingAccepted, type Delivered } from './send-output';
import { smsFields } from './sms-fields';

export const description = smsFields('send');

/** Sends the SMS of all items: one output item per recipient, in input order. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const { requests, options } = readSmsItems(this);
	const errorsAsItems = this.continueOnFail();
	if (!errorsAsItems) {
		for (const [itemIndex, request] of requests.entries()) {
			if (request.kind === 'refused') throw refusalError(this, itemIndex, request.refusal);
		}
	}

	const lines = requests.flatMap((request) => (request.kind === 'lines' ? request.lines : []));
	const outcomes = lines.length > 0 ? await deliver(this, lines, options?.concurrency ?? 1) : [];
	const delivered = lines.flatMap((line, index): Delivered[] => {
		const outcome = outcomes[index];
		return outcome ? [{ line, outcome }] : [];
	});

	if (!errorsAsItems) {
		const error = nothingAccepted(this, delivered);
		if (error) throw error;
		addHints(this, delivered);
	}

	let next = 0;
	return requests.flatMap((request, itemIndex): INodeExecutionData[] => {
		if (request.kind === 'refused') {
			const { parameter, reason, remedy } = request.refusal;
			return [errorItem(itemIndex, `'${parameter}' ${reason}`, `${remedy} Nothing was sent for this item.`)];
		}
		const own = delivered.slice(next, next + request.lines.length);
		next += request.lines.length;
		return own.map((each) => lineItem(each, errorsAsItems));
	});
}
