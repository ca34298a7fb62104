import { fail, inPart, read, refuse, type Result } from '../problem';
import { toWellFormed } from '../text/characters';
import { findMarkers, fullText, personalise, type TextPart } from '../text/personalisation';
import { checkSpoilt, readTextAsGiven } from '../text/read-text';
import { replaceTypographicCharacters } from '../text/typography';
import { asFields } from '../values';
import { withStopMention } from '../vocabulary/stop';
import type { ExtraFields } from './option-rows';
import type { RequestSettings, ToldSettings } from './options';
import type { SendingRules } from './rules';

/** A text for the screen of a phone. */
export interface TextContent {
	readonly kind: 'text';
	/** The text that the phone is to show. */
	readonly text: string;
	/** The same with markers in the v9.0 spelling, `#param_1#`; equal templates leave together. */
	readonly template: string;
	/** Values for the markers, in order: `values[0]` is for `#param_1#`. */
	readonly values: readonly string[];
	/** The expressions of the text that gave nothing, as the user wrote them. */
	readonly lost: readonly string[];
}

/** A sound for a voicemail. */
export interface SoundContent {
	readonly kind: 'sound';
	/** Where the provider finds it. */
	readonly url: string;
}

export type Content = TextContent | SoundContent;

/** What users call the thing that is sent. */
export type Noun = 'SMS' | 'voice message';

export const nounOf = ({ kind }: Content): Noun => (kind === 'text' ? 'SMS' : 'voice message');

/**
 * Everything but the content that must be equal for messages to leave in one request: sender (TPOA
 * or landline, null for the provider's short number), date (local time in the provider's zone,
 * `YYYY-MM-DD HH:MM:SS`, null for now), campaign name, and the options that the provider is told of.
 */
export type CampaignSettings = ToldSettings & {
	/** REST only: the provider is presumed to refuse a second send with the same value. */
	readonly uniqueIdentifier: string | null;
	/** Holds nothing that JSON cannot, and no reserved field. */
	readonly extraFields: ExtraFields;
};

/** What all recipients of an item get, and how it leaves. Items that say the same may share it. */
export interface Message<C extends Content = Content> {
	readonly content: C;
	readonly settings: CampaignSettings;
	readonly request: RequestSettings;
	/** A number gets one message per key and workflow; null without a key. */
	readonly uniqueKey: string | null;
	/** ISO 8601 with offset, or null for now. */
	readonly scheduledFor: string | null;
	readonly rules: SendingRules;
	/** Why it leaves later than it was meant to, as a sentence goes on after "because". */
	readonly postponed?: string;
}

/** What the user asked for besides the text itself. */
export interface MessageOptions {
	readonly autoPersonalise: boolean;
	readonly replaceTypographicCharacters: boolean;
	readonly stopMention: boolean;
}

const MARKER_VALUES = 'Marker Values';

const NONE: readonly string[] = [];

const NO_VALUES: Result<readonly string[]> = read(NONE);

/** Reads the values that the user gives for markers, in order. */
export function readUserValues(raw: unknown): Result<readonly string[]> {
	const rows = asFields(raw).parameters;
	if (rows === undefined) return NO_VALUES;
	const values: string[] = [];
	for (const [index, row] of (Array.isArray(rows) ? rows : []).entries()) {
		const value = readTextAsGiven(asFields(row).value, MARKER_VALUES);
		if (!value.ok) {
			return fail(inPart(MARKER_VALUES, `a value ${index + 1}`, value.problem));
		}
		values.push(value.value);
	}
	return read(values);
}

const writtenOf = (part: TextPart): string => (part.kind === 'text' ? part.text : part.value);

/**
 * Every marker that the author wrote needs a value and every value a marker: a phone must never
 * show `#param_2#`. What only an expression brings is replaced where it has a value, and is
 * otherwise a text like any other: a customer may be called so.
 */
function checkMarkers(parts: readonly TextPart[], valueCount: number): Result<null> {
	for (const part of parts) {
		const markers = part.kind === 'text' ? findMarkers(part.text) : [];
		const missing = markers.find((marker) => marker.number > valueCount);
		if (!missing) continue;
		return refuse(
			'Message',
			`has the marker #param_${missing.number}#, but '${MARKER_VALUES}' has no value ${missing.number}`,
			`Add the value under '${MARKER_VALUES}', or take the marker out of the text.`,
		);
	}
	if (valueCount === 0) return read(null);
	const used = new Set(findMarkers(parts.map(writtenOf).join('')).map((marker) => marker.number));
	for (let number = 1; number <= valueCount; number++) {
		if (!used.has(number)) {
			return refuse(
				MARKER_VALUES,
				`has a value ${number}, but the text has no marker #param_${number}#`,
				`Write #param_${number}# where the value belongs in the 'Message', or remove the value.`,
			);
		}
	}
	return read(null);
}

/** `''`, `""` and `$ifEmpty` in a code say that nothing is meant to be one of its results. */
const MEANS_NOTHING = /''|""|``|\$ifEmpty\b/;

/** The expressions of a message that gave nothing where something was meant. */
function lostExpressions(message: readonly TextPart[]): readonly string[] {
	let lost = NONE;
	for (const part of message) {
		if (part.kind !== 'value' || part.value !== '' || part.code === undefined) continue;
		if (!MEANS_NOTHING.test(part.code)) lost = [...lost, part.code];
	}
	return lost;
}

/** Refuses what an expression spoilt: people would read "Invalid DateTime". */
function checkValues(parts: readonly TextPart[]): Result<unknown> {
	for (const part of parts) {
		const checked = part.kind === 'value' ? checkSpoilt(part.value, 'Message') : null;
		if (checked?.ok === false) return checked;
	}
	return read(null);
}

/** The same part where there was nothing to be cleaned. */
function cleaned(part: TextPart, clean: (text: string) => string): TextPart {
	const before = writtenOf(part);
	const text = clean(before);
	if (text === before) return part;
	return part.kind === 'text' ? { kind: 'text', text } : { ...part, value: text };
}

/** Recipients whose text differs in values alone share one template, which is kept once. */
let lastTemplate = '';

function shared(template: string): string {
	if (template !== lastTemplate) lastTemplate = template;
	return lastTemplate;
}

/**
 * Reads the text of one item.
 *
 * @param parts the message as n8n gives it, in its fixed texts and its `{{ }}` values
 * @param userValues the values of 'Marker Values', in order
 */
export function readMessage(
	parts: readonly TextPart[],
	userValues: readonly string[],
	options: MessageOptions,
): Result<TextContent> {
	const clean = (text: string): string =>
		options.replaceTypographicCharacters
			? replaceTypographicCharacters(toWellFormed(text))
			: toWellFormed(text);
	const cleanParts = parts.map((part) => cleaned(part, clean));
	const values = userValues.length > 0 ? userValues.map(clean) : NONE;

	const markers = checkMarkers(cleanParts, values.length);
	if (!markers.ok) return markers;
	const unspoilt = checkValues(cleanParts);
	if (!unspoilt.ok) return unspoilt;

	const typed = fullText(cleanParts, values);
	if (typed.trim() === '') {
		return refuse(
			'Message',
			'is empty',
			'Enter the text of the SMS; an expression may have given nothing.',
		);
	}
	if (typed.includes('[object Object]')) {
		return refuse(
			'Message',
			'contains an object where a text is needed',
			'Let the expression name one field, for example {{ $json.name }}.',
		);
	}
	const text = options.stopMention ? withStopMention(typed) : typed;
	const mention = text.slice(typed.length);
	const finalParts: TextPart[] = mention
		? [...cleanParts, { kind: 'text', text: mention }]
		: cleanParts;

	const content = (template: string, own: readonly string[]) =>
		read<TextContent>({
			kind: 'text',
			text,
			template: shared(template),
			values: own,
			lost: lostExpressions(parts),
		});
	const hasValues = values.length > 0 || finalParts.some((part) => part.kind === 'value');
	if (!hasValues) return content(text, NONE);

	const joined: TextPart[] = options.autoPersonalise
		? finalParts
		: [{ kind: 'text', text: finalParts.map(writtenOf).join('') }];
	const template = personalise(joined, values);
	if (template.exact) return content(template.message, template.values);
	return content(text, NONE);
}
