import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Batch } from '../../../shared/campaigns/batches';
import { smsItem } from '../../../shared/items/sms-item';
import { textHints } from '../../../shared/items/text-hints';
import { readProviderAddress } from '../../../shared/provider/gateway';
import { batchCall } from '../../../shared/requests/batch-call';
import { sendItems } from '../../delivery/send-items';
import type { SentKind } from '../../delivery/send-output';
import { refusalError, refusalItem } from '../../errors/refusal-error';
import { readSmsItems } from './read-items';
import { smsFields } from './sms-fields';

export const description = smsFields('send');

const SMS: SentKind = { noun: 'SMS', row: smsItem, hints: textHints };

/** Sends the SMS of all items: one output item per recipient, in input order. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const address = await readProviderAddress(this);
	if (!address.ok) {
		if (!this.continueOnFail()) throw refusalError(this, 0, address.refusal);
		return this.getInputData().map((_, itemIndex) => refusalItem(itemIndex, address.refusal));
	}
	const { requests, options } = readSmsItems(this);
	const plan = {
		address: address.value,
		concurrency: options?.concurrency ?? 1,
		callFor: (batch: Batch) => batchCall(batch, 'send'),
	};
	return await sendItems(this, requests, plan, SMS);
}
