import { getBlacklist, getInfo } from './account.mts';
import type { Endpoint } from './call.mts';
import { deleteCampaign } from './campaigns.mts';
import { getAckBySmsId, getAcks } from './receipts.mts';
import { getPull, getPullBySmsId, getPulls } from './replies.mts';
import { sendSms, simplifiedSend, simulateCampaign } from './send-sms.mts';

/** Name of the root endpoint in faults and in the request log. */
export const SIMPLIFIED = 'simplified';

/** Every endpoint of v9.0 by its name. */
const endpoints: Readonly<Record<string, Endpoint>> = {
	[SIMPLIFIED]: simplifiedSend,
	sendSms,
	simulateCampaign,
	getAcks,
	getAckBySmsId,
	getPulls,
	getPull,
	getPullBySmsId,
	getInfo,
	getBlacklist,
	deleteCampaign,
};

const byLowerCase = new Map(
	Object.entries(endpoints).map(([name, endpoint]) => [name.toLowerCase(), { name, endpoint }]),
);

/** An endpoint by its name in any case; the root has none. */
export const endpointNamed = (name: string): { name: string; endpoint: Endpoint } | undefined =>
	byLowerCase.get((name || SIMPLIFIED).toLowerCase());
