import { readText } from '../text/read-text';
import { readDeparture, type GivenDate, type Moment } from './departure';
import { readLandline } from './sender';
import { recipientsOf } from './recipient';
import type { SoundContent } from './message';
import { readTo, type ItemReading } from './read-sms';
import { read, readAll, refuse, type Result } from '../problem';
import { toldOptions, readOptions } from './options';

/** The parameters of `voiceMessage` › `send` for one item, as n8n gives them. */
export interface VoiceParameters {
	readonly to: unknown;
	readonly from: unknown;
	readonly audioUrl: unknown;
	readonly campaignName: unknown;
	readonly sendAt: GivenDate;
	readonly options: Readonly<Record<string, unknown>>;
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

function readFrom(raw: unknown): Result<string> {
	const given = readText(raw, 'From', '01 23 45 67 89');
	if (!given.ok) return given;
	if (given.value !== null) return readLandline(given.value, 'From');
	return refuse('From', 'is empty', 'Enter a French landline number such as 01 23 45 67 89.');
}

/** Reads one item. Nothing is sent for a refused item. */
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
