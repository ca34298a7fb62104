import type { IDataObject } from 'n8n-workflow';

import { OUTCOME_STATUSES } from '../../shared/sending/recipient';

/** What JSON calls a value. */
type JsonType = 'string' | 'number' | 'boolean' | 'object' | 'strings' | 'objects';

/** What stands under one key of an output item. */
export interface Key<T = unknown> {
	readonly type: JsonType;
	/** Null where there is no value; the key itself is never missing. */
	readonly orNull: boolean;
	/** For the documentation, without full stop. */
	readonly meaning: string;
	/** Null where the key is always there; otherwise when it is, as `with the option 'Include Raw Data'`. */
	readonly only: string | null;
	/** Carries the type; there is no such value. */
	readonly holds?: T;
}

/**
 * The keys of an output item, in order: the one source of its type ({@link RowOf}), of the schema
 * that the editor shows before the first run, and of `docs/operations.md`.
 */
export type RowSpec = Readonly<Record<string, Key>>;

interface Kind<T> {
	(meaning: string): Key<T>;
	/** The same, or null. */
	readonly orNull: (meaning: string) => Key<T | null>;
}

/** Without a type of its own: whoever declares the key says what it holds. */
const keyOf = (type: JsonType, meaning: string, orNull = false): Key<never> => ({
	type,
	orNull,
	meaning,
	only: null,
});

const kind = <T>(type: JsonType): Kind<T> =>
	Object.assign((meaning: string) => keyOf(type, meaning), {
		orNull: (meaning: string) => keyOf(type, meaning, true),
	});

export const text = kind<string>('string');
export const number = kind<number>('number');
export const flag = kind<boolean>('boolean');
export const texts = kind<string[]>('strings');
/** A list of objects with keys of their own. */
export const records = <T extends IDataObject>(meaning: string): Key<T[]> =>
	keyOf('objects', meaning);
/** An object with keys of its own. */
export const record = kind<IDataObject>('object');

/** One of a few words. */
export const choice = <T extends string>(choices: readonly T[], meaning: string): Key<T> =>
	keyOf('string', `${meaning}: ${choices.map((word) => `\`${word}\``).join(', ')}`);

/** A key that is there under a condition alone. */
export interface SometimesKey<T = unknown> extends Key<T> {
	readonly only: string;
}

/** @param only when it is there: `with the option 'Include Raw Data'` */
export const sometimes = <T>(only: string, key: Key<T>): SometimesKey<T> => ({ ...key, only });

type ValueOf<K> = K extends Key<infer T> ? T : never;

/** The type of the items that a spec describes. */
export type RowOf<S extends RowSpec> = {
	-readonly [K in keyof S as S[K] extends SometimesKey ? never : K]: ValueOf<S[K]>;
} & {
	-readonly [K in keyof S as S[K] extends SometimesKey ? K : never]?: ValueOf<S[K]>;
};

/** What the provider said itself. */
export const rawKey = {
	raw: sometimes(
		"with the option 'Include Raw Data'",
		record('What AllMySMS answered, as it came'),
	),
} satisfies RowSpec;

/** What every item of one recipient says, whatever was sent. */
export const recipientKeys = {
	to: text('The number E.164, or the text as given where it is no number'),
	status: choice(OUTCOME_STATUSES, 'What became of it'),
	statusCode: number.orNull('The code of AllMySMS'),
	statusText: text('What happened and, where it went wrong, what to do next'),
	smsId: text.orNull('ID under which AllMySMS knows it'),
	campaignId: text.orNull('ID of the campaign that it belongs to'),
	campaignName: text.orNull('Name of that campaign'),
	scheduledFor: text.orNull('When it leaves, ISO 8601 with offset; null where it left at once'),
} satisfies RowSpec;
