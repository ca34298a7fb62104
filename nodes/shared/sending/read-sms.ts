import type { CampaignSettings } from './campaign';
import type { TextPart } from '../text/personalisation';
import { readText, readTextAsGiven } from '../text/read-text';
import { readDeparture, type GivenDate, type Moment } from './departure';
import { planMessage } from './message-plan';
import { oncePerObject } from '../once-per-object';
import { splitRecipients } from '../numbers/number-list';
import type { RecipientLine, SmsDraft } from './planned-sms';
import { planRecipients } from './recipients';
import { read, readAll, refuse, type Reading } from '../problem';
import { readSender } from './sender';
import { readOptions, toldOptions, type SendingOptions } from './options';

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

function readUserValues(raw: unknown): Reading<string[]> {
	const rows = record(raw).parameters;
	const values: string[] = [];
	for (const [index, row] of (Array.isArray(rows) ? rows : []).entries()) {
		const value = readTextAsGiven(record(row).value, 'Dynamic Parameters');
		if (!value.ok) {
			const reason = `has a value ${index + 1} that ${value.refusal.reason}`;
			return { ok: false, refusal: { ...value.refusal, reason } };
		}
		values.push(value.value);
	}
	return read(values);
}

/** `''`, `""` and `$ifEmpty` in a code say that nothing is meant to be one of its results. */
const MEANS_NOTHING = /''|""|``|\$ifEmpty\b/;

/** The expressions of a message that gave nothing where something was meant. */
function lostExpressions(message: readonly TextPart[]): string[] {
	return message.flatMap((part) =>
		part.kind === 'value' &&
		part.value === '' &&
		part.code !== undefined &&
		!MEANS_NOTHING.test(part.code)
			? [part.code]
			: [],
	);
}

const optionsOf = oncePerObject((raw: Raw) => readOptions(raw));

/** What of the settings differs within one set of options. */
interface ItemSettings {
	readonly sender: string | null;
	readonly date: string | null;
	readonly campaignName: string | null;
}

/** Items with equal settings share one object: it is compared and written only once. */
const settingsOf = oncePerObject<SendingOptions, Map<string, CampaignSettings>>(() => new Map());

function campaignSettings(item: ItemSettings, options: SendingOptions): CampaignSettings {
	const key = JSON.stringify(item);
	const known = settingsOf(options);
	const before = known.get(key);
	if (before) return before;
	const settings: CampaignSettings = {
		...item,
		...toldOptions(options),
		uniqueIdentifier: options.request.api === 'rest' ? options.uniqueKey : null,
		extraFields: options.extraFields,
	};
	known.set(key, settings);
	return settings;
}

/** An item that was read: its recipients, and how many requests may be under way at once. */
export interface ItemReading {
	readonly lines: readonly RecipientLine[];
	readonly options: SendingOptions;
}

/** Reads one item: its numbers, its text and its settings. Nothing is sent for a refused item. */
export function readSms(
	itemIndex: number,
	parameters: SmsParameters,
	moment: Moment,
): Reading<ItemReading> {
	const options = optionsOf(record(parameters.options));
	if (!options.ok) return options;
	const numbers = splitRecipients(parameters.to);
	const checked = readAll({
		numbers:
			numbers.length > 0
				? read(numbers)
				: refuse('To', 'is empty', 'Enter a phone number; an expression may have given nothing.'),
		userValues: readUserValues(parameters.dynamicParameters),
		sender: readSender(parameters.sender),
		campaignName: readText(parameters.campaignName, 'Campaign Name'),
		departure: readDeparture(parameters.sendAt, options.value.providerTimezone, moment),
	});
	if (!checked.ok) return checked;
	const { userValues, sender, campaignName, departure } = checked.value;

	const message = planMessage(parameters.message, userValues, options.value);
	if (!message.ok) return message;

	const draft: SmsDraft = {
		...message.value,
		settings: campaignSettings(
			{ sender, date: departure.providerDate, campaignName },
			options.value,
		),
		request: options.value.request,
		uniqueKey: options.value.uniqueKey,
	};
	const lost = lostExpressions(parameters.message);
	const line = { itemIndex, text: draft.text, draft, scheduledFor: departure.scheduledFor, lost };
	const planned = planRecipients(checked.value.numbers, options.value.defaultCountry, draft);
	const lines = planned.map((own): RecipientLine => ({ ...line, ...own }));
	return read({ lines, options: options.value });
}
