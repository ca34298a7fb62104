import { flag, number, rawKey, type RowSpec, text } from '../row-spec';

const campaignId = text('ID of the campaign');

export const deleted = {
	deleted: flag('Always true: the campaign will not leave'),
	campaignId,
} satisfies RowSpec;

export const statistics = {
	campaignId,
	sms: number.orNull('SMS of the campaign'),
	delivered: number.orNull('SMS that were delivered'),
	pending: number.orNull('SMS of which nothing is known yet'),
	undelivered: number.orNull('SMS that could not be delivered'),
	invalid: number.orNull('Numbers that were invalid'),
	clicks: number.orNull('Clicks on the links of the SMS'),
	uniqueClicks: number.orNull('Phones that clicked at least once'),
	...rawKey,
} satisfies RowSpec;
