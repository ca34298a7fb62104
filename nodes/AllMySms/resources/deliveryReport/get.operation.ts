import type { INodeProperties } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { read } from '../../../shared/problem';
import { noReceiptYet, readReceipts, RECEIPT_STATUSES } from '../../../shared/vocabulary/receipts';
import { fieldsOf, optionsField, rawOption, smsIdField, subAccountOption } from '../fields';
import type { Asks } from '../resource';
import { choice, flag, number, rawKey, type RowSpec, text } from '../row-spec';

export const description: INodeProperties[] = fieldsOf('deliveryReport', 'get', [
	smsIdField,
	optionsField([rawOption, subAccountOption]),
]);

/** With the same keys as from the trigger. */
export const output = {
	event: choice(['deliveryReport'], 'Always the same'),
	smsId: text.orNull('ID of the SMS'),
	campaignId: text.orNull('ID of the campaign'),
	phoneNumber: text.orNull('Number of the phone, E.164'),
	status: choice(RECEIPT_STATUSES, 'What became of the SMS'),
	statusCode: number.orNull('The code of AllMySMS'),
	statusText: text.orNull('What AllMySMS says of it'),
	final: flag('Whether no other report follows for this SMS'),
	receivedAt: text.orNull('When the report came in, ISO 8601 with offset'),
	...rawKey,
} satisfies RowSpec;

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
