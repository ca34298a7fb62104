import { firstNumber, type Fields } from '../fields';

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
	success: firstNumber(fields, 'success'),
	ignored: firstNumber(fields, 'ignored'),
	duplicated: firstNumber(fields, 'duplicated'),
});
