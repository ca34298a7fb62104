import { XMLBuilder } from 'fast-xml-parser';

import type { ProviderCall } from '../provider/provider-call';
import { withRestMarkers } from '../text/personalisation';
import { wireDigits } from '../vocabulary/spellings';
import type { Batch } from './batches';
import type { SoundContent, TextContent } from './message';
import type { ExtraFields } from './option-rows';
import { settingFields } from './options';

/** What `smsData` holds below a tag; XML repeats the tag for each member of a list. */
type SmsDataValue = string | number | boolean | SmsDataTags | readonly SmsDataValue[];

/** Tags in the order in which they are sent. */
interface SmsDataTags {
	readonly [tag: string]: SmsDataValue;
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

/** One recipient; values are `PARAM_1`, `PARAM_2`, … counted from 1. */
function smsTags(to: string, values: readonly string[]): SmsDataTags {
	const tags: Record<string, string> = { MOBILEPHONE: wireDigits(to) };
	for (let index = 0; index < values.length; index++) {
		tags[`PARAM_${index + 1}`] = values[index] ?? '';
	}
	return tags;
}

/**
 * Writes a campaign as the tags of the provider's `smsData`, for JSON and XML alike: those of its
 * examples, in their order. The user's extra fields come after the settings and may replace them.
 * `DYNAMIC` 0 says that the text has no values, so that one that reads like a marker stays as it is.
 */
function smsData({ message, recipients }: Batch<TextContent>): SmsDataTags {
	const { content, settings } = message;
	return {
		MESSAGE: content.template,
		// Each marker has a value of its own, so that values, markers and the highest number are one.
		DYNAMIC: String(content.values.length),
		...standing(settingFields(settings, 'v9'), settings.extraFields),
		...plainTags(settings.extraFields),
		SMS: recipients.map(({ to, message: own }) => smsTags(to, own.content.values)),
	};
}

const CDATA = '#cdata';

/**
 * Made for each payload, so that nothing of the library is loaded before there is one in XML. In
 * CDATA the builder splits the one sequence that would end it.
 */
const newBuilder = () => new XMLBuilder({ cdataPropName: CDATA, processEntities: false });

/**
 * What XML 1.0 cannot write: most control characters and the two non-characters. A carriage
 * return could be written, but every reader turns it into a line feed.
 */
const UNWRITABLE = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const TAG = /^[A-Za-z_][\w.-]*$/;

const isList = (value: SmsDataValue): value is readonly SmsDataValue[] => Array.isArray(value);

function valueFits(value: SmsDataValue, inList: boolean): boolean {
	if (typeof value !== 'object') return !UNWRITABLE.test(String(value));
	// A list inside a list has no name for its elements, and an empty one no element.
	if (isList(value))
		return !inList && value.length > 0 && value.every((each) => valueFits(each, true));
	return tagsFit(value);
}

/** Whether XML can carry the tags without changing a character of them. */
const tagsFit = (tags: SmsDataTags): boolean =>
	Object.entries(tags).every(([tag, value]) => TAG.test(tag) && valueFits(value, false));

/** Free text is CDATA, as in the provider's examples; numbers, dates and plain names need none. */
const IS_PLAIN = /^[A-Za-z1-9][\w:-]*(?: [\w:-]+)*$/;
const FREE_TEXT = /^(?:MESSAGE|PARAM_\d+)$/;

function node(tag: string, value: SmsDataValue): unknown {
	if (isList(value)) return value.map((member) => node(tag, member));
	if (typeof value === 'object') return nodes(value);
	const text = String(value);
	return IS_PLAIN.test(text) && !FREE_TEXT.test(tag) ? text : { [CDATA]: text };
}

function nodes(tags: SmsDataTags): Record<string, unknown> {
	return Object.fromEntries(Object.entries(tags).map(([tag, value]) => [tag, node(tag, value)]));
}

/** The payload of `sendSms` and `simulateCampaign` as text. */
function payload(batch: Batch<TextContent>): string {
	const tags = smsData(batch);
	// XML 1.0 has no way to write some control characters: better JSON than another text.
	const inXml = batch.message.request.payloadFormat === 'xml' && tagsFit(tags);
	return inXml ? newBuilder().build({ DATA: nodes(tags) }) : JSON.stringify({ DATA: tags });
}

/** What a request is for: to send, or to learn what it would cost. */
export type Purpose = 'send' | 'simulate';

/** REST path of a send to many; with the slash, because a redirect would lose the body. */
const BULK_PATH = '/sms/send/bulk/';

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
