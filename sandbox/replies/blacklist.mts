/** A number that wants no more SMS. */
export interface BlacklistEntry {
	readonly phoneNumber: string;
	/** The provider's words are "stop", "Refused" and "manual unsubscribe". */
	readonly comment: string;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** Who wants no more SMS, per account. */
export class Blacklist {
	private readonly byOwner = new Map<string, Map<string, BlacklistEntry>>();

	/** A second STOP changes nothing. */
	add(owner: string, entry: BlacklistEntry): void {
		const entries = this.byOwner.get(owner) ?? new Map<string, BlacklistEntry>();
		this.byOwner.set(owner, entries);
		if (!entries.has(entry.phoneNumber)) entries.set(entry.phoneNumber, entry);
	}

	remove(owner: string, phoneNumber: string): void {
		this.byOwner.get(owner)?.delete(phoneNumber);
	}

	has(owner: string, phoneNumber: string): boolean {
		return this.byOwner.get(owner)?.has(phoneNumber) ?? false;
	}

	/** Oldest first. */
	of(owner: string): readonly BlacklistEntry[] {
		return [...(this.byOwner.get(owner)?.values() ?? [])];
	}

	/** Whether any account has the number. */
	hasAnywhere(phoneNumber: string): boolean {
		return [...this.byOwner.values()].some((entries) => entries.has(phoneNumber));
	}
}
