import type { ProviderCall } from '../provider/provider-call';
import { withRestMarkers } from '../text/personalisation';
import { wireDigits } from '../vocabulary/spellings';
import type { Batch } from './batches';
import { settingFields } from './option-table';
import type { SoundContent, TextContent } from './recipient';
import { fitsXml, smsData, toJson, toXml } from './sms-data';

/** What a request is for: to send, or to learn what it would cost. */
export type Purpose = 'send' | 'simulate';

/** REST path of a send to many; with the slash, because a redirect would lose the body. */
const BULK_PATH = '/sms/send/bulk/';

function payload(batch: Batch<TextContent>): string {
	const data = smsData(batch);
	// XML 1.0 has no way to write some control characters: better JSON than another text.
	const inXml = batch.message.request.payloadFormat === 'xml' && fitsXml(data);
	return inXml ? toXml(data) : toJson(data);
}

/** `param1`, `param2`, … counted from 1. */
const parameters = (values: readonly string[]): Record<string, string> =>
	Object.fromEntries(values.map((value, index) => [`param${index + 1}`, value]));

/**
 * REST has no field for flash, link tracking, email notification and master account. The user's
 * extra fields come after the settings and may replace them.
 */
function restBody(
	{ message: { content, settings }, recipients }: Batch<TextContent>,
	purpose: Purpose,
): Readonly<Record<string, unknown>> {
	const isPersonal = content.values.length > 0;
	const fields = {
		...settingFields(settings, 'rest'),
		// Not when only asked, or the provider might take the real send for a repetition.
		uniqueIdentifier: purpose === 'send' ? settings.uniqueIdentifier : null,
		...settings.extraFields,
	};
	return {
		...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
		text: isPersonal ? withRestMarkers(content.template) : content.template,
		to: recipients.map(({ to, message }) =>
			isPersonal
				? { mobilePhone: wireDigits(to), ...parameters(message.content.values) }
				: wireDigits(to),
		),
		...(purpose === 'simulate' ? { simulate: 1 } : {}),
	};
}

/** The request that sends SMS, or asks what they would cost. */
export function smsCall(batch: Batch<TextContent>, purpose: Purpose): ProviderCall {
	if (batch.message.request.api === 'rest') {
		return { api: 'rest', path: BULK_PATH, body: restBody(batch, purpose) };
	}
	const endpoint = purpose === 'send' ? 'sendSms' : 'simulateCampaign';
	return { api: 'v9', endpoint, fields: { smsData: payload(batch) } };
}

/** The request that leaves a sound on voicemails, or asks what it would cost (docs/provider.md, Voice messages). */
export function voiceCall(
	{ message: { content, settings }, recipients }: Batch<SoundContent>,
	purpose: Purpose,
): ProviderCall {
	const { sender: from, campaignName, date } = settings;
	return {
		api: 'rest',
		path: '/voice/send/bulk',
		body: {
			type: 'directdeposit',
			from,
			to: recipients.map(({ to }) => wireDigits(to)),
			url: content.url,
			...(campaignName === null ? {} : { campaignName }),
			...(date === null ? {} : { date }),
			...(purpose === 'simulate' ? { simulate: 1 } : {}),
		},
	};
}
