import type { INodeProperties } from 'n8n-workflow';

import { type ProviderCall, v9Call } from '../../../shared/provider/provider-call';
import { read, readAll, refuse, type Result } from '../../../shared/problem';
import { readReceipts } from '../../../shared/vocabulary/receipts';
import type { ItemReader } from '../../run/item-reader';
import {
	campaignIdField,
	fieldsOf,
	limitFields,
	optionsField,
	rawOption,
	subAccountOption,
} from '../fields';
import type { Asks } from '../resource';
import { output } from './get.operation';

export const description: INodeProperties[] = fieldsOf('deliveryReport', 'getAll', [
	campaignIdField,
	...limitFields,
	optionsField([
		{
			displayName: 'Request API',
			name: 'api',
			type: 'options',
			options: [
				{ name: 'HTTP API v9.0', value: 'v9', description: 'The documented API' },
				{ name: 'REST API', value: 'rest', description: 'For campaigns that were sent by REST' },
			],
			default: 'v9',
			description: 'Which of the two APIs of AllMySMS tells the delivery reports',
		},
		rawOption,
		subAccountOption,
	]),
]);

export { output };

function callFor(reader: ItemReader, campaignId: string): Result<ProviderCall> {
	const subAccount = reader.optionText('subAccount');
	if (!subAccount.ok) return subAccount;
	if (reader.option('api') === 'rest') {
		if (subAccount.value !== null) {
			return refuse(
				reader.displayName('subAccount'),
				'cannot be used with the REST API',
				"Remove the option, or set the option 'Request API' to HTTP API v9.0.",
			);
		}
		return read({ api: 'rest', path: `/report/campaign/${encodeURIComponent(campaignId)}` });
	}
	return read(v9Call('getAcks', { campaignId, subAccount: subAccount.value }));
}

/** Gets the delivery reports of a campaign per item. */
export const asks: Asks<typeof output> = (reader) => {
	const asked = readAll({ campaignId: reader.required('campaignId'), limit: reader.limit() });
	if (!asked.ok) return asked;
	const { campaignId, limit } = asked.value;
	const call = callFor(reader, campaignId);
	if (!call.ok) return call;
	return read({
		call: call.value,
		subject: `The delivery reports of the campaign "${campaignId}"`,
		remedy: "Check 'Campaign ID': it stands in the items that sending an SMS returned.",
		limit,
		rows: ({ data, httpStatus }) => readReceipts(data, httpStatus, { smsId: null, campaignId }),
	});
};
