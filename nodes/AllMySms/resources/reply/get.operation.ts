import type { INodeProperties } from 'n8n-workflow';

import { read, readAll } from '../../../shared/problem';
import { v9Call } from '../../../shared/provider/provider-call';
import { readReplies } from '../../../shared/vocabulary/replies';
import { fieldsOf, optionsField, rawOption, smsIdField, subAccountOption } from '../fields';
import type { Asks } from '../resource';
import { output } from './getAll.operation';

export const description: INodeProperties[] = fieldsOf('reply', 'get', [
	smsIdField,
	optionsField([rawOption, subAccountOption]),
]);

export { output };

/** Gets the reply to one SMS per item; no output item where nobody replied. */
export const asks: Asks<typeof output> = (reader) => {
	const asked = readAll({
		smsId: reader.required('smsId'),
		subAccount: reader.optionText('subAccount'),
	});
	if (!asked.ok) return asked;
	const { smsId, subAccount } = asked.value;
	return read({
		call: v9Call('getPullBySmsId', { smsId, subAccount }),
		subject: `The reply to the SMS "${smsId}"`,
		remedy:
			"There may be no reply yet. Check 'SMS ID': it stands in the items that sending an SMS returned.",
		rows: ({ data, httpStatus }) => readReplies(data, httpStatus, { smsId, campaignId: null }),
	});
};
