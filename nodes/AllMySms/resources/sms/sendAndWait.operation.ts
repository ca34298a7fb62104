import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { sendAndWait } from '../../wait/send-and-wait';
import { answered } from './rows';
import { waitFields } from './wait-fields';

export const description = waitFields;

export const output = answered;

/** Asks by SMS; the execution waits for the answer, and goes on with it as its one item. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await sendAndWait(this, description);
}
