import type { Campaign } from './campaign';
import type { ExtraFields } from './extra-fields';
import { wireDigits } from '../vocabulary/phone';
import { settingFields } from './options';

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

/**
 * The settings that the user's extra fields leave standing. Whoever writes a tag in small letters
 * means the same one, and null takes it away.
 */
function standing(tags: SmsDataTags, extraFields: ExtraFields): SmsDataTags {
	const replaced = new Set(
		Object.entries(extraFields).flatMap(([name, value]) => {
			const tag = name.trim().toUpperCase();
			return tag === name && value !== null ? [] : [tag];
		}),
	);
	return Object.fromEntries(Object.entries(tags).filter(([tag]) => !replaced.has(tag)));
}

/** `PARAM_1`, `PARAM_2`, … counted from 1. */
const parameters = (values: readonly string[]): Array<[tag: string, value: string]> =>
	values.map((value, index) => [`PARAM_${index + 1}`, value]);

/**
 * Writes a campaign as the provider's `smsData`: the tags of its examples, in their order. The
 * user's extra fields come after the settings and may replace them. `DYNAMIC` 0 says that the
 * text has no values, so that one that reads like a marker stays as it is.
 */
export function smsData({ message, settings, recipients }: Campaign): SmsData {
	// Each marker has a value of its own, so that values, markers and the highest number are one.
	const dynamic = Math.max(0, ...recipients.map(({ values }) => values.length));
	return {
		DATA: {
			MESSAGE: message,
			DYNAMIC: String(dynamic),
			...standing(settingFields(settings, 'v9'), settings.extraFields),
			...plainTags(settings.extraFields),
			SMS: recipients.map(({ phoneNumber, values }) => ({
				MOBILEPHONE: wireDigits(phoneNumber),
				...Object.fromEntries(parameters(values)),
			})),
		},
	};
}
