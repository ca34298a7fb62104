import { readTypedNumber } from '../numbers/typed-number';
import type { Problem } from '../problem';
import type { ExtraFields } from './option-rows';
import type { RequestSettings, ToldSettings } from './options';
import { rejected, skipped, type Outcome } from './outcome';
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

/** One recipient of one item, whom every stage of the road carries on to an output item. */
export interface Recipient<C extends Content = Content> {
	readonly itemIndex: number;
	/** E.164, or the text as given where it is no number. */
	readonly to: string;
	readonly message: Message<C>;
	/** What is known before anything leaves; null for whom a request is to be made. */
	readonly known: Outcome | null;
	/** Whom the message is for that a test phone gets instead, E.164. */
	readonly meantFor?: string;
}

/** A recipient at the end of the road. */
export interface Settled<C extends Content = Content> {
	readonly recipient: Recipient<C>;
	readonly outcome: Outcome;
}

/**
 * The recipients of one item: each gets the message, is no number, or stands there a second time.
 *
 * @param numbers as they are given, one each
 */
export function recipientsOf<C extends Content>(
	itemIndex: number,
	numbers: readonly unknown[],
	defaultCountry: string,
	message: Message<C>,
): Array<Recipient<C>> {
	const seen = numbers.length > 1 ? new Set<string>() : null;
	return numbers.map((given) => {
		const number = readTypedNumber(given, defaultCountry);
		if (!number.ok) {
			const { given: to, ...problem } = number.problem;
			return { itemIndex, to, message, known: rejected(problem) };
		}
		const to = number.value;
		const known = seen?.has(to)
			? skipped('Not sent again: this number stands earlier in the same item.')
			: null;
		seen?.add(to);
		return { itemIndex, to, message, known };
	});
}

const nothingOf = <C extends Content>(content: C): C =>
	content.kind === 'text'
		? { ...content, text: '', template: '', values: [], lost: [] }
		: { ...content, url: '' };

/**
 * The recipient of an item that cannot be used: it stops nobody else.
 *
 * @param to as given; empty where the item names nobody
 * @param like a message of the same run
 */
export const refusedRecipient = <C extends Content>(
	itemIndex: number,
	to: string,
	problem: Problem,
	like: Message<C>,
): Recipient<C> => ({
	itemIndex,
	to,
	message: {
		...like,
		content: nothingOf(like.content),
		settings: { ...like.settings, campaignName: null },
		scheduledFor: null,
	},
	known: rejected(problem),
});
