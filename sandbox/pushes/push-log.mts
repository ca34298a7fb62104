import type { Push } from './push.mts';

/** Pushes that are kept; older ones are forgotten. */
const KEPT = 100_000;

/** Every push, oldest first. */
export class PushLog {
	private list: Push[] = [];
	private count = 0;

	get all(): readonly Push[] {
		return this.list;
	}

	nextId(): string {
		this.count++;
		return String(this.count);
	}

	add(push: Push): void {
		this.list.push(push);
		if (this.list.length > KEPT * 1.1) this.list = this.list.slice(-KEPT);
	}
}
