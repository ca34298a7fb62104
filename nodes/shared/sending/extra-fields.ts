/** Extra tags of `smsData`, or fields of the REST body, that the user adds by hand. */
export type ExtraFields = Readonly<Record<string, unknown>>;

/**
 * Fields that the node fills itself: they say who gets which text, and whether it is sent at all.
 * All others may be set by hand.
 */
const RESERVED = {
	v9: ['MESSAGE', 'DYNAMIC', 'SMS', 'simulate'],
	rest: ['to', 'text', 'simulate'],
} as const;

/** The name of a field that may not be set by hand, or null where there is none. */
export function reservedField(fields: ExtraFields, api: 'v9' | 'rest'): string | null {
	const reserved = RESERVED[api].map((name) => name.toLowerCase());
	return Object.keys(fields).find((name) => reserved.includes(name.trim().toLowerCase())) ?? null;
}

/**
 * Fields of the other API, with what stands for them in this one. The other API would drop them
 * without a word: an SMS for tomorrow would leave today, and what was to be counted would be sent.
 */
const FOREIGN: Readonly<Record<'v9' | 'rest', Readonly<Record<string, string | null>>>> = {
	v9: { from: 'TPOA', campaignName: 'CAMPAIGN_NAME', to: null, text: null },
	rest: {
		CAMPAIGN_NAME: 'campaignName',
		CLIMSGID: 'cliMsgId',
		DATE: 'date',
		DYNAMIC: null,
		FLASH: null,
		MAIL_NOTIF: null,
		MASTERACCOUNT: null,
		MESSAGE: null,
		SMS: null,
		TPOA: 'from',
		TRACKING: null,
	},
};

/** A field of the other API, and its name in this one or null where it has none. */
export interface ForeignField {
	readonly name: string;
	readonly here: string | null;
}

/** The first field that only the other API knows, or null where there is none. */
export function foreignField(fields: ExtraFields, api: 'v9' | 'rest'): ForeignField | null {
	const foreign = new Map(Object.entries(FOREIGN[api]));
	const name = Object.keys(fields).find((each) => foreign.has(each.trim()));
	return name === undefined ? null : { name, here: foreign.get(name.trim()) ?? null };
}
