import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { read } from '../../../shared/problem';
import { noReceiptYet, readReceipts } from '../../../shared/vocabulary/receipts';
import { askForEachItem, outputRow, outputRows } from '../../run/ask';
import { fieldsOf, optionsField, rawOption, smsIdField, subAccountOption } from '../fields';
import type { RowOf } from '../resource';
import { deliveryReport } from './rows';

export const description: INodeProperties[] = fieldsOf('deliveryReport', 'get', [
	smsIdField,
	optionsField([rawOption, subAccountOption]),
]);

export const output = deliveryReport;

/** Gets what is known of the delivery of one SMS per item; before the first report, that it is not known. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await askForEachItem<RowOf<typeof output>>(this, description, (reader) => {
		const smsId = reader.required('smsId');
		if (!smsId.ok) return smsId;
		const subAccount = reader.optionText('subAccount');
		if (!subAccount.ok) return subAccount;
		const withRaw = reader.isOptionOn('raw');
		return read({
			call: v9Call('getAckBySmsId', { smsId: smsId.value, subAccount: subAccount.value }),
			subject: `The delivery report of the SMS "${smsId.value}"`,
			remedy: "Check 'SMS ID': it stands in the items that sending an SMS returned.",
			rows({ data, httpStatus }) {
				const reading = readReceipts(data, httpStatus, { smsId: smsId.value, campaignId: null });
				if (reading.ok && reading.value.length === 0) {
					const none = { row: noReceiptYet(smsId.value), raw: {} };
					return read([outputRow(none, withRaw)]);
				}
				return outputRows(reading, withRaw, 1);
			},
		});
	});
}
