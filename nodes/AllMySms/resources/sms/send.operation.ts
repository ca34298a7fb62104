import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Batch } from '../../../shared/sending/batches';
import { smsItem } from '../../../shared/sending/sms-item';
import { smsHints } from '../../../shared/sending/sms-hints';
import { readProviderAddress } from '../../../shared/provider/gateway';
import { batchCall } from '../../../shared/sending/batch-call';
import { sendItems } from '../../send/send-items';
import type { SentKind } from '../../send/send-output';
import { refusalError, refusalItem } from '../../run/failure';
import { readSmsItems } from './read-items';
import { smsFields } from './sms-fields';
import { sent } from './rows';

export const description = smsFields('send');

export const output = sent;

const SMS: SentKind = { noun: 'SMS', inWords: (text) => text, row: smsItem, hints: smsHints };

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
