import { splitRecipients } from '../numbers/dialling';
import { read, readAll, refuse, type Result } from '../problem';
import type { TextPart } from '../text/personalisation';
import { readText } from '../text/read-text';
import { asFields, oncePerObject, type Fields } from '../values';
import { readDeparture, type GivenDate, type Moment } from './departure';
import {
	readMessage,
	readUserValues,
	type CampaignSettings,
	type Content,
	type Message,
	type SoundContent,
	type TextContent,
} from './message';
import { readOptions, toldOptions, type SendingOptions } from './options';
import { recipientsOf, type Recipient } from './recipient';
import { readFrom, readSender } from './sender';

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

const optionsOf = oncePerObject((raw: Fields) => readOptions(raw));

/** What of the settings differs within one set of options. */
type ItemSettings = Pick<CampaignSettings, 'sender' | 'date' | 'campaignName'>;

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
function readTo(raw: unknown): Result<unknown[]> {
	const numbers = splitRecipients(raw);
	return numbers.length > 0
		? read(numbers)
		: refuse('To', 'is empty', 'Enter a phone number; an expression may have given nothing.');
}

/** Reads one item of SMS: its numbers, its text and its settings. Nothing is sent for a refused item. */
export function readSms(
	itemIndex: number,
	parameters: SmsParameters,
	moment: Moment,
): Result<ItemReading<TextContent>> {
	const options = optionsOf(asFields(parameters.options));
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

/** The parameters of `voiceMessage` › `send` for one item, as n8n gives them. */
export interface VoiceParameters {
	readonly to: unknown;
	readonly from: unknown;
	readonly audioUrl: unknown;
	readonly campaignName: unknown;
	readonly sendAt: GivenDate;
	readonly options: Fields;
}

function readAudioUrl(raw: unknown): Result<string> {
	const given = readText(raw, 'Audio URL', 'https://www.example.com/message.mp3');
	if (!given.ok) return given;
	const url = given.value ?? '';
	if (/^https?:\/\/[^\s/]+\/\S+$/i.test(url)) return read(url);
	return refuse(
		'Audio URL',
		url === '' ? 'is empty' : `"${url.slice(0, 60)}" is not the address of a file`,
		'Enter an address that anybody can open, such as https://www.example.com/message.mp3.',
	);
}

/** Reads one item of voice messages. Nothing is sent for a refused item. */
export function readVoice(
	itemIndex: number,
	parameters: VoiceParameters,
	moment: Moment,
): Result<ItemReading<SoundContent>> {
	const options = readOptions(parameters.options, 'voice message');
	if (!options.ok) return options;
	const { defaultCountry, providerTimezone, request, rules, uniqueKey } = options.value;
	const checked = readAll({
		numbers: readTo(parameters.to),
		from: readFrom(parameters.from),
		campaignName: readText(parameters.campaignName, 'Campaign Name'),
		audioUrl: readAudioUrl(parameters.audioUrl),
		departure: readDeparture(parameters.sendAt, providerTimezone, moment),
	});
	if (!checked.ok) return checked;
	const { numbers, from, audioUrl, campaignName, departure } = checked.value;
	const message = {
		content: { kind: 'sound', url: audioUrl },
		settings: {
			sender: from,
			date: departure.providerDate,
			campaignName,
			...toldOptions(options.value),
			uniqueIdentifier: null,
			extraFields: {},
		},
		request,
		// The same key may stand for an SMS of the workflow.
		uniqueKey: uniqueKey === null ? null : `voice ${uniqueKey}`,
		scheduledFor: departure.scheduledFor,
		rules,
	} as const;
	return read({
		recipients: recipientsOf(itemIndex, numbers, defaultCountry, message),
		options: options.value,
	});
}
