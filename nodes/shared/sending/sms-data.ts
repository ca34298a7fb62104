import type { Campaign, CampaignSettings } from './campaign';

/** What `smsData` holds below a tag; XML repeats the tag for each member of a list. */
export type SmsDataValue = string | number | boolean | SmsDataTags | readonly SmsDataValue[];

/** Tags in the order in which they are sent. */
export interface SmsDataTags {
	readonly [tag: string]: SmsDataValue;
}

/** The payload of `sendSms` and `simulateCampaign`, for JSON and XML alike. */
export interface SmsData {
	readonly DATA: SmsDataTags;
}

const yes = (flag: boolean): '1' | null => (flag ? '1' : null);

/** A tag without a value is not sent. */
function withoutBlanks(tags: Readonly<Record<string, string | null>>): SmsDataTags {
	return Object.fromEntries(
		Object.entries(tags).flatMap(([tag, value]) => (value === null ? [] : [[tag, value]])),
	);
}

function settingTags(settings: CampaignSettings): SmsDataTags {
	return withoutBlanks({
		CAMPAIGN_NAME: settings.campaignName,
		DATE: settings.date,
		TPOA: settings.sender,
		FLASH: yes(settings.flash),
		MAIL_NOTIF: yes(settings.emailNotification),
		CLIMSGID: settings.clientMessageId,
		MASTERACCOUNT: settings.masterAccount,
		TRACKING: yes(settings.trackLinks),
	});
}

/** A value that came out of JSON, without the nulls in it; null for what is left out. */
function plainValue(value: unknown): SmsDataValue | null {
	if (value === null || value === undefined) return null;
	if (Array.isArray(value)) return value.map(plainValue).filter((member) => member !== null);
	if (typeof value === 'object') return plainTags(value);
	return typeof value === 'number' || typeof value === 'boolean' ? value : String(value);
}

function plainTags(fields: object): SmsDataTags {
	return Object.fromEntries(
		Object.entries(fields).flatMap(([tag, value]: [string, unknown]) => {
			const plain = plainValue(value);
			return plain === null ? [] : [[tag, plain]];
		}),
	);
}

/** `PARAM_1`, `PARAM_2`, … counted from 1. */
const parameters = (values: readonly string[]): Array<[tag: string, value: string]> =>
	values.map((value, index) => [`PARAM_${index + 1}`, value]);

/**
 * Writes a campaign as the provider's `smsData`: the tags of its examples, in their order, and
 * only those with a value. The user's extra fields come after the settings and may replace them.
 */
export function smsData({ message, settings, recipients }: Campaign): SmsData {
	// Markers are counted without gaps, so the number of values is the highest marker.
	const dynamic = Math.max(0, ...recipients.map(({ values }) => values.length));
	return {
		DATA: {
			MESSAGE: message,
			...(dynamic > 0 ? { DYNAMIC: String(dynamic) } : {}),
			...settingTags(settings),
			...plainTags(settings.extraFields),
			SMS: recipients.map(({ phoneNumber, values }) => ({
				MOBILEPHONE: phoneNumber,
				...Object.fromEntries(parameters(values)),
			})),
		},
	};
}
