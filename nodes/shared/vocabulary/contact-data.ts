import { wireDigits } from './phone';

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
