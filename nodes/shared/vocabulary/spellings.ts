import { spokenText, textOf } from './fields';

/** One event as it came: an object whose keys and types nobody vouches for. */
export type RawPush = Readonly<Record<string, unknown>>;

const plain = (name: string): string => name.replace(/[\s_-]/g, '').toLowerCase();

/** The spellings of each field, the provider's own first (docs/provider.md, Pushes). */
const SPELLINGS = {
	smsId: ['smsId'],
	replyId: ['smsMoId', 'moId'],
	campaignId: ['campaignId', 'campId'],
	phoneNumber: ['phoneNumber', 'mobilePhone', 'mobile', 'msisdn', 'from'],
	status: ['status', 'statut'],
	/** Of a receipt its status; beside a text it may be anything. */
	code: ['code'],
	statusText: ['statusText', 'comment', 'description'],
	message: ['message', 'text'],
	keyword: ['keyword'],
	receptionDate: ['receptionDate', 'date'],
	rowId: ['id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A field that pushes carry. */
export type PushField = keyof typeof SPELLINGS;

const BY_FIELD = new Map<string, readonly string[]>(
	Object.entries(SPELLINGS).map(([field, spellings]) => [field, spellings.map(plain)]),
);

/** The fields of one event, found whatever the case and spelling of their keys. */
export class PushFields {
	private readonly values = new Map<string, unknown>();

	constructor(raw: RawPush) {
		for (const [key, value] of Object.entries(raw)) this.values.set(plain(key), value);
	}

	has(field: PushField): boolean {
		return BY_FIELD.get(field)?.some((spelling) => this.values.has(spelling)) ?? false;
	}

	/** The text of the first spelling that has one; of a repeated form field the last. */
	text(field: PushField): string | null {
		for (const spelling of BY_FIELD.get(field) ?? []) {
			const value = this.values.get(spelling);
			const text = textOf(Array.isArray(value) ? value.at(-1) : value);
			if (text !== null) return text;
		}
		return null;
	}

	/** The same for what somebody wrote, with HTML entities decoded. */
	spoken(field: PushField): string | null {
		return spokenText(this.text(field));
	}

	/** An id; null also for the zero of a database. */
	id(field: PushField): string | null {
		const text = this.text(field);
		return text === '0' ? null : text;
	}
}
