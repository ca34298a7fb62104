import type { INodeProperties } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { fail, read } from '../../../shared/problem';
import { readCampaignStatistics } from '../../../shared/vocabulary/look-ups';
import { campaignIdField, fieldsOf, optionsField, rawOption } from '../fields';
import type { Asks } from '../resource';
import { number, rawKey, text, type RowSpec } from '../row-spec';

export const description: INodeProperties[] = fieldsOf('campaign', 'getStatistics', [
	campaignIdField,
	optionsField([rawOption]),
]);

export const output = {
	campaignId: text('ID of the campaign'),
	sms: number.orNull('SMS of the campaign'),
	delivered: number.orNull('SMS that were delivered'),
	pending: number.orNull('SMS of which nothing is known yet'),
	undelivered: number.orNull('SMS that could not be delivered'),
	invalid: number.orNull('Numbers that were invalid'),
	clicks: number.orNull('Clicks on the links of the SMS'),
	uniqueClicks: number.orNull('Phones that clicked at least once'),
	...rawKey,
} satisfies RowSpec;

/** Gets the numbers of a campaign per item. */
export const asks: Asks<typeof output> = (reader) => {
	const campaignId = reader.required('campaignId');
	if (!campaignId.ok) return campaignId;
	const id = campaignId.value;
	return read({
		call: v9Call('getCampaignStats', {
			campaignId: id,
			campaignIdOfStatistics: id,
			type: 'sms',
			recipientsOfStatistics: '0',
		}),
		subject: `The statistics of the campaign "${id}"`,
		remedy: "Check 'Campaign ID': it stands in the items that sending an SMS returned.",
		rows({ data, httpStatus }) {
			const reading = readCampaignStatistics(data, httpStatus, id);
			if (reading.ok && reading.value.length === 0) {
				return fail({ what: 'AllMySMS has none for this ID', remedy: '' });
			}
			return reading;
		},
	});
};
