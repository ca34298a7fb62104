import { wireDigits } from '../vocabulary/phone';
import type { Batch } from './batches';
import type { ProviderCall } from '../provider/provider-call';

/** The request that leaves a sound on voicemails, or asks what it would cost (docs/provider.md, Voice messages). */
export function voiceCall({ campaign }: Batch, purpose: 'send' | 'simulate'): ProviderCall {
	const { message: url, recipients, settings } = campaign;
	const { sender: from, campaignName, date } = settings;
	return {
		api: 'rest',
		path: '/voice/send/bulk',
		body: {
			type: 'directdeposit',
			from,
			to: recipients.map(({ phoneNumber }) => wireDigits(phoneNumber)),
			url,
			...(campaignName === null ? {} : { campaignName }),
			...(date === null ? {} : { date }),
			...(purpose === 'simulate' ? { simulate: 1 } : {}),
		},
	};
}
