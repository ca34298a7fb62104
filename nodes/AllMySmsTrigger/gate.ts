/** Lets a bounded number of tasks run at a time; the others wait for their turn. */
export class Gate {
	private readonly waiting: Array<() => void> = [];

	constructor(private free: number) {}

	async pass<T>(task: () => Promise<T>): Promise<T> {
		if (this.free > 0) this.free--;
		else await new Promise<void>((resolve) => this.waiting.push(resolve));
		try {
			return await task();
		} finally {
			const next = this.waiting.shift();
			if (next) next();
			else this.free++;
		}
	}
}
