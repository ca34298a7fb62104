import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Batch } from '../../../shared/sending/batches';
import { smsHints } from '../../../shared/sending/hints';
import { smsRow } from '../../../shared/sending/output-rows';
import type { TextContent } from '../../../shared/sending/recipient';
import { smsCall } from '../../../shared/sending/requests';
import { readProviderAddress } from '../../../shared/provider/gateway';
import { sendItems, type SentKind } from '../../send/send-items';
import { nothingLeaves } from '../../run/problem-output';
import { readSmsItems, smsFields } from './sms-fields';
import { sent } from './rows';

export const description = smsFields('send');

export const output = sent;

const SMS: SentKind<TextContent> = { noun: 'SMS', row: smsRow, hints: smsHints };

/** Sends the SMS of all items: one output item per recipient, in input order. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const address = await readProviderAddress(this);
	if (!address.ok) return nothingLeaves(this, address.problem);
	const { requests, options } = readSmsItems(this);
	const plan = {
		address: address.value,
		concurrency: options?.concurrency ?? 1,
		callFor: (batch: Batch<TextContent>) => smsCall(batch, 'send'),
	};
	return await sendItems(this, requests, plan, SMS);
}
