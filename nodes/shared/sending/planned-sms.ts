import type { Problem } from '../problem';
import type { CampaignSettings } from './campaign';
import type { RequestSettings } from './options';

/** One SMS to one phone, ready to leave. */
export interface PlannedSms {
	/** E.164. */
	readonly to: string;
	/** The text that this phone is to show. */
	readonly text: string;
	/** The same text as a template with markers; SMS with an equal template leave together. */
	readonly message: string;
	/** Values for the markers of `message`, in order. */
	readonly values: readonly string[];
	readonly settings: CampaignSettings;
	readonly request: RequestSettings;
	/** A number is texted once per key and workflow; null without a key. */
	readonly uniqueKey: string | null;
}

/** An SMS without its number. */
export type SmsDraft = Omit<PlannedSms, 'to'>;

/** One recipient of one item: one output item will tell what became of it. */
export interface RecipientLine {
	readonly itemIndex: number;
	/** E.164, or the text as given where it is no number. */
	readonly to: string;
	readonly text: string;
	/** What the SMS of the item have in common; a number that cannot be texted has it too. */
	readonly draft: SmsDraft;
	/** ISO 8601 with offset, or null for now. */
	readonly scheduledFor: string | null;
	/** The expressions of its message that gave nothing, as the user wrote them. */
	readonly lost: readonly string[];
	readonly plan:
		| { readonly kind: 'send'; readonly sms: PlannedSms }
		/** Not a number: costs nothing and stops nobody else. */
		| { readonly kind: 'reject'; readonly problem: Problem }
		/** The same number stands earlier in the same item. */
		| { readonly kind: 'repeat' };
}

/**
 * The line of an item that cannot be used: it stops nobody else.
 *
 * @param to the recipient as given; empty where the item names nobody
 * @param like an SMS of the same run
 */
export const refusedLine = (
	itemIndex: number,
	to: string,
	problem: Problem,
	like: SmsDraft,
): RecipientLine => ({
	itemIndex,
	to,
	text: '',
	draft: { ...like, settings: { ...like.settings, campaignName: null } },
	scheduledFor: null,
	lost: [],
	plan: { kind: 'reject', problem },
});
