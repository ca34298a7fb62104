import { readPayload } from '../payload/payload.mts';
import { isYes } from '../payload/sms-data.mts';
import { treesOf, wordOf, type TagTree } from '../payload/tag-tree.mts';
import type { ListField } from '../lists/list-book.mts';
import { inParis } from '../clock/paris-time.mts';
import { failed, type AnswerFields, type Endpoint, type V9Call } from './call.mts';
import { deleteContacts, populateList } from './contacts.mts';
import { ownerIn } from './list-owner.mts';

const done = (statusText: string): AnswerFields => ({ status: '1', statusText });

const fieldOf = (structure: TagTree): ListField[] => {
	const name = wordOf(structure, 'FIELDNAME');
	return name === null
		? []
		: [
				{
					name,
					filter: isYes(wordOf(structure, 'FILTER')),
					mailing: isYes(wordOf(structure, 'MAILING')),
				},
			];
};

function create(call: V9Call): AnswerFields {
	const { sandbox, get } = call;
	const payload = readPayload(get('listData'));
	if (payload.kind !== 'data') return failed('Le paramètre listData est vide ou invalide');
	const owner = ownerIn(call, payload.data);
	if (!owner) return failed('Le sous-compte n’existe pas');
	const listName = wordOf(payload.data, 'LISTNAME');
	if (listName === null) return failed('Le nom de la liste est vide');
	if (sandbox.lists.find(owner.login, listName)) {
		return failed(`La liste ${listName} existe déjà`);
	}
	sandbox.lists.add({
		owner: owner.login,
		listName,
		locked: isYes(wordOf(payload.data, 'LOCKED')),
		fields: treesOf(payload.data, 'STRUCTURE').flatMap(fieldOf),
		createdAt: sandbox.clock.now(),
		contacts: new Map(),
	});
	sandbox.changes.raise();
	return done(`La liste ${listName} a été créée`);
}

/** `createList`. davaxi posts contacts here too: a payload of theirs goes where it belongs. */
export const createList: Endpoint = (call) => {
	if (call.get('listData') === '' && call.get('populateData') !== '') return populateList(call);
	if (call.get('listData') === '' && call.get('deleteData') !== '') return deleteContacts(call);
	return create(call);
};

/** `deleteList`. */
export const deleteList: Endpoint = ({ sandbox, acting, get }) => {
	const listName = get('listName').trim();
	const list = sandbox.lists.find(acting.login, listName);
	if (!list) return failed(`La liste ${listName} n’existe pas`);
	sandbox.lists.delete(list);
	sandbox.changes.raise();
	return done(`La liste ${list.listName} a été supprimée`);
};

/** `getLists`. */
export const getLists: Endpoint = ({ sandbox, acting }) => ({
	lists: sandbox.lists.of(acting.login).map(({ listName, contacts, locked, createdAt }) => ({
		listName,
		contacts: String(contacts.size),
		locked: locked ? '1' : '0',
		creationDate: inParis(createdAt).slice(0, 10),
	})),
});
