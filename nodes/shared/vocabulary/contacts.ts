import type { Result } from '../problem';
import type { Fields } from '../values';
import type { AnswerData } from './answers';
import { firstNumber, firstText, textOf } from './fields';
import { phoneField, providerPhone } from './phone';
import { readRowsAs, type ReadRow } from './rows';
import { ANSWER, wireDigits } from './spellings';

/** A field that the contacts of a list have besides their number. */
export interface ListField {
	readonly name: string;
	/** Whether the client area offers it as a filter. */
	readonly filter: boolean;
	/** Whether it can be put into the texts of mailings. */
	readonly mailing: boolean;
}

/** A contact by its number, with the values of the list's own fields. */
export interface Contact {
	/** E.164. */
	readonly phoneNumber: string;
	readonly fields: Readonly<Record<string, string>>;
}

/** Whose list it is: null for the account of the credential. */
export interface ListOwner {
	readonly listName: string;
	readonly subAccount: string | null;
}

const flag = (on: boolean): string => (on ? '1' : '0');

const ownerTags = ({ listName, subAccount }: ListOwner) => ({
	LISTNAME: listName,
	...(subAccount === null ? {} : { SUBACCOUNT: subAccount }),
});

const asText = (DATA: Readonly<Record<string, unknown>>): string => JSON.stringify({ DATA });

/** `listData` of `createList`. */
export const listData = (
	owner: ListOwner,
	{ locked, fields }: { readonly locked: boolean; readonly fields: readonly ListField[] },
): string =>
	asText({
		...ownerTags(owner),
		LOCKED: flag(locked),
		STRUCTURE: fields.map(({ name, filter, mailing }) => ({
			FIELDNAME: name,
			FILTER: flag(filter),
			MAILING: flag(mailing),
		})),
	});

/** `populateData` of `populateList`: the list's own fields stand beside the number. */
export const populateData = (owner: ListOwner, contacts: readonly Contact[]): string =>
	asText({
		...ownerTags(owner),
		CONTACTS: contacts.map(({ phoneNumber, fields }) => ({
			...fields,
			MOBILEPHONE: wireDigits(phoneNumber),
		})),
	});

/** `deleteData` of `deleteContacts`. */
export const deleteData = (owner: ListOwner, contacts: readonly Contact[]): string =>
	asText({
		...ownerTags(owner),
		CONTACTS: contacts.map(({ phoneNumber }) => ({ MOBILEPHONE: wireDigits(phoneNumber) })),
	});

/** What became of the contacts of one request, in numbers. A key without a value is null. */
export type ContactCounts = {
	/** Contacts that were added or removed. */
	success: number | null;
	/** Contacts that the provider left out, as invalid ones. */
	ignored: number | null;
	/** Contacts that were there already, or twice in the request. */
	duplicated: number | null;
};

/** Reads the counts in the answer to `populateList` or `deleteContacts`. */
export const contactCounts = (fields: Fields): ContactCounts => ({
	success: firstNumber(fields, ANSWER.success),
	ignored: firstNumber(fields, ANSWER.ignored),
	duplicated: firstNumber(fields, ANSWER.duplicated),
});

/** A contact list. A key without a value is null. */
export type ContactListRow = {
	listName: string | null;
	/** How many contacts are in it. */
	contacts: number | null;
	/** Whether the client area keeps users from changing it. */
	locked: boolean | null;
	/** The day, `YYYY-MM-DD`. */
	createdAt: string | null;
};

const LISTS = { rowKeys: ANSWER.listName, listKeys: ['lists', 'list'] };

const flagIn = (text: string | null): boolean | null =>
	text === null ? null : /^(?:1|true|yes)$/i.test(text);

/** Reads the answer to `getLists`, with each row as it came. */
export function readContactLists(
	data: AnswerData,
	httpStatus: number,
): Result<Array<ReadRow<ContactListRow>>> {
	return readRowsAs(data, httpStatus, LISTS, (raw) => ({
		listName: firstText(raw, ANSWER.listName),
		contacts: firstNumber(raw, ANSWER.countOfContacts),
		locked: typeof raw.locked === 'boolean' ? raw.locked : flagIn(firstText(raw, ANSWER.locked)),
		createdAt: firstText(raw, ANSWER.creationDate),
	}));
}

/** A contact of a list. A key without a value is null. */
export type ContactRow = {
	phoneNumber: string | null;
	listName: string;
	/** The list's own fields by their names. */
	fields: Record<string, string | null>;
};

const PHONE_KEYS: readonly string[] = ANSWER.contactPhone;
const CONTACTS = { rowKeys: PHONE_KEYS, listKeys: ['contacts', 'contact'] };

/** Reads the answer to `getContacts`: a key per field, named as the field, with each row as it came. */
export function readContacts(
	data: AnswerData,
	httpStatus: number,
	listName: string,
): Result<Array<ReadRow<ContactRow>>> {
	return readRowsAs(data, httpStatus, CONTACTS, (raw) => {
		const own = Object.entries(raw).filter(([name]) => !PHONE_KEYS.includes(name));
		return {
			phoneNumber: providerPhone(firstText(raw, PHONE_KEYS) ?? phoneField(raw)),
			listName,
			fields: Object.fromEntries(own.map(([name, value]) => [name, textOf(value)])),
		};
	});
}
