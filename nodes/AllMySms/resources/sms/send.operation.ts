import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readProviderAddress } from '../../../shared/provider/gateway';
import { batchCall } from '../../../shared/requests/batch-call';
import { deliver } from '../../delivery/deliver';
import { refusalError, refusalItem } from '../../errors/refusal-error';
import { readSmsItems } from './read-items';
import { addHints, lineItem, nothingAccepted, type Delivered } from './send-output';
import { smsFields } from './sms-fields';

export const description = smsFields('send');

/** Sends the SMS of all items: one output item per recipient, in input order. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const errorsAsItems = this.continueOnFail();
	const address = await readProviderAddress(this);
	if (!address.ok) {
		if (!errorsAsItems) throw refusalError(this, 0, address.refusal);
		return this.getInputData().map((_, itemIndex) => refusalItem(itemIndex, address.refusal));
	}
	const { requests, options } = readSmsItems(this);
	if (!errorsAsItems) {
		for (const [itemIndex, request] of requests.entries()) {
			if (request.kind === 'refused') throw refusalError(this, itemIndex, request.refusal);
		}
	}

	const lines = requests.flatMap((request) => (request.kind === 'lines' ? request.lines : []));
	const delivery = await deliver(this, lines, {
		address: address.value,
		concurrency: options?.concurrency ?? 1,
		callFor: (batch) => batchCall(batch, 'send'),
	});
	const delivered = lines.flatMap((line, index): Delivered[] => {
		const outcome = delivery.outcomes[index];
		return outcome ? [{ line, outcome }] : [];
	});

	if (!errorsAsItems) {
		const error = nothingAccepted(this, delivered);
		if (error) throw error;
	}
	addHints(this, delivered, errorsAsItems);

	let next = 0;
	const items = requests.flatMap((request, itemIndex): INodeExecutionData[] => {
		if (request.kind === 'refused') return [refusalItem(itemIndex, request.refusal)];
		const own = delivered.slice(next, next + request.lines.length);
		next += request.lines.length;
		return own.map((each) => lineItem(each, errorsAsItems));
	});
	// "Retry On Fail" runs the node again when its first item is an error, whatever "On Error" says.
	if (items[0]?.json.error === undefined) delivery.close();
	return items;
}
