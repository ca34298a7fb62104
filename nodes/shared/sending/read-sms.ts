import type { TextPart } from '../text/personalisation';
import { readText, readTextAsGiven } from '../text/read-text';
import { readDeparture, type GivenDate, type Moment } from './departure';
import {
	readMessage,
	type CampaignSettings,
	type Content,
	type Message,
	type TextContent,
} from './message';
import { oncePerObject } from '../values';
import { splitRecipients } from '../numbers/dialling';
import { recipientsOf, type Recipient } from './recipient';
import { fail, inPart, read, readAll, refuse, type Result } from '../problem';
import { readSender } from './sender';
import { toldOptions, readOptions, type SendingOptions } from './options';

/** The parameters of `sms` › `send` for one item, as n8n gives them. */
export interface SmsParameters {
	readonly to: unknown;
	readonly message: readonly TextPart[];
	readonly dynamicParameters: unknown;
	readonly sender: unknown;
	readonly sendAt: GivenDate;
	readonly campaignName: unknown;
	readonly options: unknown;
}

type Raw = Readonly<Record<string, unknown>>;

const record = (value: unknown): Raw =>
	typeof value === 'object' && value !== null ? (value as Raw) : {};

const NO_VALUES: Result<readonly string[]> = read([]);

function readUserValues(raw: unknown): Result<readonly string[]> {
	const rows = record(raw).parameters;
	if (rows === undefined) return NO_VALUES;
	const values: string[] = [];
	for (const [index, row] of (Array.isArray(rows) ? rows : []).entries()) {
		const value = readTextAsGiven(record(row).value, 'Marker Values');
		if (!value.ok) {
			return fail(inPart('Marker Values', `a value ${index + 1}`, value.problem));
		}
		values.push(value.value);
	}
	return read(values);
}

const optionsOf = oncePerObject((raw: Raw) => readOptions(raw));

/** What of the settings differs within one set of options. */
interface ItemSettings {
	readonly sender: string | null;
	readonly date: string | null;
	readonly campaignName: string | null;
}

/** Items with equal settings share one object: it is compared and written only once. */
const settingsOf = oncePerObject<SendingOptions, KnownSettings>(() => ({
	last: null,
	all: new Map(),
}));

interface KnownSettings {
	/** Those of the item before, which mostly are those of the next. */
	last: CampaignSettings | null;
	readonly all: Map<string, CampaignSettings>;
}

function campaignSettings(item: ItemSettings, options: SendingOptions): CampaignSettings {
	const known = settingsOf(options);
	const { last } = known;
	if (
		last?.sender === item.sender &&
		last.date === item.date &&
		last.campaignName === item.campaignName
	) {
		return last;
	}
	const key = JSON.stringify(item);
	const settings = known.all.get(key) ?? newSettings(item, options);
	known.all.set(key, settings);
	known.last = settings;
	return settings;
}

function newSettings(item: ItemSettings, options: SendingOptions): CampaignSettings {
	return {
		...item,
		...toldOptions(options),
		uniqueIdentifier: options.request.api === 'rest' ? options.uniqueKey : null,
		extraFields: options.extraFields,
	};
}

/** What was read last. A message without expressions is the same for every item of a run. */
interface KnownMessage {
	readonly parts: readonly TextPart[];
	readonly userValues: readonly string[];
	readonly options: SendingOptions;
	readonly content: Result<TextContent>;
}

const lastMessageOf = oncePerObject<
	Moment,
	{ known: KnownMessage | null; message: Message<TextContent> | null }
>(() => ({ known: null, message: null }));

function readOnce(
	parts: readonly TextPart[],
	userValues: readonly string[],
	options: SendingOptions,
	moment: Moment,
): Result<TextContent> {
	const last = lastMessageOf(moment);
	const { known } = last;
	if (known?.parts === parts && known.userValues === userValues && known.options === options) {
		return known.content;
	}
	const content = readMessage(parts, userValues, options);
	last.known = { parts, userValues, options, content };
	return content;
}

/** The message of the item before, where it is the same one. */
function shared(message: Message<TextContent>, moment: Moment): Message<TextContent> {
	const known = lastMessageOf(moment);
	const last = known.message;
	const isSame =
		last?.content === message.content &&
		last.settings === message.settings &&
		last.request === message.request &&
		last.rules === message.rules &&
		last.uniqueKey === message.uniqueKey &&
		last.scheduledFor === message.scheduledFor;
	if (isSame) return last;
	known.message = message;
	return message;
}

/** An item that was read. */
export interface ItemReading<C extends Content = Content> {
	readonly recipients: ReadonlyArray<Recipient<C>>;
	readonly options: SendingOptions;
}

/** The recipients as they are given; there must be one. */
export function readTo(raw: unknown): Result<unknown[]> {
	const numbers = splitRecipients(raw);
	return numbers.length > 0
		? read(numbers)
		: refuse('To', 'is empty', 'Enter a phone number; an expression may have given nothing.');
}

/** Reads one item: its numbers, its text and its settings. Nothing is sent for a refused item. */
export function readSms(
	itemIndex: number,
	parameters: SmsParameters,
	moment: Moment,
): Result<ItemReading<TextContent>> {
	const options = optionsOf(record(parameters.options));
	if (!options.ok) return options;
	const { defaultCountry, providerTimezone, request, rules, uniqueKey } = options.value;
	const checked = readAll({
		numbers: readTo(parameters.to),
		userValues: readUserValues(parameters.dynamicParameters),
		sender: readSender(parameters.sender),
		campaignName: readText(parameters.campaignName, 'Campaign Name'),
		departure: readDeparture(parameters.sendAt, providerTimezone, moment),
	});
	if (!checked.ok) return checked;
	const { numbers, userValues, sender, campaignName, departure } = checked.value;
	const content = readOnce(parameters.message, userValues, options.value, moment);
	if (!content.ok) return content;
	const { providerDate: date, scheduledFor } = departure;
	const settings = campaignSettings({ sender, date, campaignName }, options.value);
	const message = shared(
		{ content: content.value, settings, request, uniqueKey, scheduledFor, rules },
		moment,
	);
	return read({
		recipients: recipientsOf(itemIndex, numbers, defaultCountry, message),
		options: options.value,
	});
}
