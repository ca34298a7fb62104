import type { Batch } from './batches';
import type { Campaign } from './campaign';
import type { ProviderCall } from '../provider/provider-call';
import { restBulkBody } from './rest-sms';
import { smsData } from './sms-data';
import { toJson } from './sms-data-json';
import { fitsXml, toXml } from './sms-data-xml';

/** REST path of a send to many; with the slash, because a redirect would lose the body. */
const BULK_PATH = '/sms/send/bulk/';

function payload(batch: Batch): string {
	const data = smsData(batch.campaign);
	// XML 1.0 has no way to write some control characters: better JSON than another text.
	return batch.request.payloadFormat === 'xml' && fitsXml(data) ? toXml(data) : toJson(data);
}

/** Without its identifier, or the provider might take the real send for a repetition. */
function simulationBody(campaign: Campaign): Readonly<Record<string, unknown>> {
	const settings = { ...campaign.settings, uniqueIdentifier: null };
	return { ...restBulkBody({ ...campaign, settings }), simulate: 1 };
}

/** The request that sends a batch, or asks what it would cost. */
export function batchCall(batch: Batch, purpose: 'send' | 'simulate'): ProviderCall {
	if (batch.request.api === 'rest') {
		const body = purpose === 'send' ? restBulkBody(batch.campaign) : simulationBody(batch.campaign);
		return { api: 'rest', path: BULK_PATH, body };
	}
	const endpoint = purpose === 'send' ? 'sendSms' : 'simulateCampaign';
	return { api: 'v9', endpoint, fields: { smsData: payload(batch) } };
}
