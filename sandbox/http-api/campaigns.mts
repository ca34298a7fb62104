import { cancelCampaign } from '../campaigns/send-campaign.mts';
import { failed, type Endpoint } from './call.mts';

/** `deleteCampaign`: cancels what is scheduled, and nothing else. */
export const deleteCampaign: Endpoint = ({ sandbox, acting, get }) => {
	const campaignId = (get('campId') || get('campaignId')).trim();
	const campaign = sandbox.campaigns.campaignOf(acting.login, campaignId);
	if (!campaign) return failed(`La campagne ${campaignId} n’existe pas`);
	return cancelCampaign(sandbox, acting, campaign)
		? { status: 'OK' }
		: failed(`La campagne ${campaignId} n’est pas programmée`);
};
