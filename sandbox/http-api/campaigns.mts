import type { Campaign, Sms } from '../campaigns/campaign.mts';
import { cancelCampaign } from '../campaigns/send-campaign.mts';
import { failed, type AnswerFields, type Endpoint } from './call.mts';

/** `deleteCampaign`: cancels what is scheduled, and nothing else. */
export const deleteCampaign: Endpoint = ({ sandbox, acting, get }) => {
	const campaignId = get('campId').trim();
	const campaign = sandbox.campaigns.campaignOf(acting.login, campaignId);
	if (!campaign) return failed(`La campagne ${campaignId} n’existe pas`);
	return cancelCampaign(sandbox, acting, campaign)
		? { status: 'OK' }
		: failed(`La campagne ${campaignId} n’est pas programmée`);
};

const FAILED = new Set(['undelivered', 'rejected', 'failed']);
const PENDING = new Set(['scheduled', 'accepted', 'sent']);

const countOf = (campaign: Campaign, statuses: ReadonlySet<string>): number =>
	campaign.sms.filter(({ status }) => statuses.has(status)).length;

const numberRow = ({ phoneNumber, status }: Sms): AnswerFields => ({ phoneNumber, status });

/** `getCampaignStats`: `campaignId`, not `campId`; with `msisdnList` also the numbers. */
export const getCampaignStats: Endpoint = ({ sandbox, acting, get }) => {
	const campaignId = get('campaignId').trim();
	const campaign = sandbox.campaigns.campaignOf(acting.login, campaignId);
	if (!campaign) return failed(`La campagne ${campaignId} n’existe pas`);
	const type = get('type').trim().toLowerCase();
	if (type !== '' && type !== 'sms') return failed(`Le type ${type} n’est pas pris en charge`);
	return {
		campaign: {
			campaignId,
			nbSms: campaign.segments,
			delivered: countOf(campaign, new Set(['delivered'])),
			pending: countOf(campaign, PENDING),
			error: countOf(campaign, FAILED),
			invalid: campaign.invalidNumbers.length,
			...sandbox.links.clicksOf(campaignId),
			...(get('msisdnList').trim() === '1' ? { msisdnList: campaign.sms.map(numberRow) } : {}),
		},
	};
};
