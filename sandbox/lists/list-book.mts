/** A field that every contact of a list may have. */
export interface ListField {
	readonly name: string;
	readonly filter: boolean;
	readonly mailing: boolean;
}

/** Values by the list's own spelling of the field. */
export type Contact = ReadonlyMap<string, string>;

/** A stored list of contacts. */
export interface ContactList {
	readonly owner: string;
	readonly listName: string;
	readonly locked: boolean;
	readonly fields: readonly ListField[];
	/** Milliseconds since 1970. */
	readonly createdAt: number;
	/** By number, digits with country code. */
	readonly contacts: Map<string, Contact>;
}

const keyOf = (owner: string, listName: string): string =>
	JSON.stringify([owner, listName.trim().toLowerCase()]);

/** The contact lists of all accounts. Names are the same in any case. */
export class ListBook {
	private readonly lists = new Map<string, ContactList>();

	/** Oldest first. */
	get all(): readonly ContactList[] {
		return [...this.lists.values()];
	}

	of(owner: string): readonly ContactList[] {
		return this.all.filter((list) => list.owner === owner);
	}

	find(owner: string, listName: string): ContactList | undefined {
		return this.lists.get(keyOf(owner, listName));
	}

	add(list: ContactList): void {
		this.lists.set(keyOf(list.owner, list.listName), list);
	}

	delete(list: ContactList): void {
		this.lists.delete(keyOf(list.owner, list.listName));
	}
}
