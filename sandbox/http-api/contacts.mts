import type { Contact, ContactList } from '../lists/list-book.mts';
import { readMobileNumber } from '../numbers/phone-number.mts';
import { readPayload } from '../payload/payload.mts';
import { textOf, treesOf, wordOf, type TagTree } from '../payload/tag-tree.mts';
import { failed, type AnswerFields, type Endpoint, type V9Call } from './call.mts';
import { ownerIn } from './list-owner.mts';

/** The list that a payload names and the contacts in it, or a refusal. */
type Reading =
	| { readonly kind: 'list'; readonly list: ContactList; readonly contacts: readonly TagTree[] }
	| { readonly kind: 'refused'; readonly answer: AnswerFields };

const refused = (statusText: string): Reading => ({ kind: 'refused', answer: failed(statusText) });

function read(call: V9Call, parameter: string): Reading {
	const payload = readPayload(call.get(parameter));
	if (payload.kind !== 'data') return refused(`Le paramètre ${parameter} est vide ou invalide`);
	const owner = ownerIn(call, payload.data);
	if (!owner) return refused('Le sous-compte n’existe pas');
	const listName = wordOf(payload.data, 'LISTNAME') ?? '';
	const list = call.sandbox.lists.find(owner.login, listName);
	if (!list) return refused(`La liste ${listName} n’existe pas`);
	return { kind: 'list', list, contacts: treesOf(payload.data, 'CONTACTS') };
}

/** Values of the fields that the list has; all others are forgotten. */
const contactOf = (tree: TagTree, list: ContactList): Contact =>
	new Map(list.fields.map(({ name }) => [name, textOf(tree, name.toUpperCase()) ?? '']));

const counted = (
	statusText: string,
	success: number,
	ignored: number,
	duplicated: number,
): AnswerFields => ({ status: '1', statusText, success, ignored, duplicated });

/** `populateList`: adds contacts; a number that is there already counts as duplicated. */
export const populateList: Endpoint = (call) => {
	const reading = read(call, 'populateData');
	if (reading.kind === 'refused') return reading.answer;
	const { list, contacts } = reading;
	const before = list.contacts.size;
	let ignored = 0;
	for (const tree of contacts) {
		const number = readMobileNumber(wordOf(tree, 'MOBILEPHONE') ?? '');
		if (number === null) ignored++;
		else if (!list.contacts.has(number)) list.contacts.set(number, contactOf(tree, list));
	}
	const success = list.contacts.size - before;
	call.sandbox.changes.raise();
	return counted(
		`La liste ${list.listName} a été alimentée`,
		success,
		ignored,
		contacts.length - success - ignored,
	);
};

/** `deleteContacts`: removes contacts; a number that is not there is ignored. */
export const deleteContacts: Endpoint = (call) => {
	const reading = read(call, 'deleteData');
	if (reading.kind === 'refused') return reading.answer;
	const { list, contacts } = reading;
	const removed = new Set<string>();
	let duplicated = 0;
	for (const tree of contacts) {
		const number = readMobileNumber(wordOf(tree, 'MOBILEPHONE') ?? '') ?? '';
		if (list.contacts.delete(number)) removed.add(number);
		else if (removed.has(number)) duplicated++;
	}
	call.sandbox.changes.raise();
	return counted(
		`Les contacts de la liste ${list.listName} ont été supprimés`,
		removed.size,
		contacts.length - removed.size - duplicated,
		duplicated,
	);
};

/** `getContacts`: `MobilePhone`, and one key per field of the list. */
export const getContacts: Endpoint = ({ sandbox, acting, get }) => {
	const listName = get('listName').trim();
	const list = sandbox.lists.find(acting.login, listName);
	if (!list) return failed(`La liste ${listName} n’existe pas`);
	return {
		contacts: [...list.contacts].map(([MobilePhone, contact]) => ({
			MobilePhone,
			...Object.fromEntries(contact),
		})),
	};
};
