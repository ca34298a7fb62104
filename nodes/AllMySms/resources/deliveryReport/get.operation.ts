import type { INodeProperties } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { read } from '../../../shared/problem';
import { noReceiptYet, readReceipts } from '../../../shared/vocabulary/receipts';
import { fieldsOf, optionsField, rawOption, smsIdField, subAccountOption } from '../fields';
import type { Asks } from '../resource';
import { deliveryReport } from './rows';

export const description: INodeProperties[] = fieldsOf('deliveryReport', 'get', [
	smsIdField,
	optionsField([rawOption, subAccountOption]),
]);

export const output = deliveryReport;

/** Gets what is known of the delivery of one SMS per item; before the first report, that it is not known. */
export const asks: Asks<typeof output> = (reader) => {
	const smsId = reader.required('smsId');
	if (!smsId.ok) return smsId;
	const subAccount = reader.optionText('subAccount');
	if (!subAccount.ok) return subAccount;
	return read({
		call: v9Call('getAckBySmsId', { smsId: smsId.value, subAccount: subAccount.value }),
		subject: `The delivery report of the SMS "${smsId.value}"`,
		remedy: "Check 'SMS ID': it stands in the items that sending an SMS returned.",
		limit: 1,
		rows({ data, httpStatus }) {
			const reading = readReceipts(data, httpStatus, { smsId: smsId.value, campaignId: null });
			const hasNone = reading.ok && reading.value.length === 0;
			return hasNone ? read([{ row: noReceiptYet(smsId.value), raw: {} }]) : reading;
		},
	});
};
