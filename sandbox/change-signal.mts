/** Tells listeners that something changed, a few times a second at most. */
export class ChangeSignal {
	private readonly listeners = new Set<() => void>();
	private timer: NodeJS.Timeout | null = null;

	constructor(private readonly pauseMs = 100) {}

	/** @returns a function that ends the listening */
	listen(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** Says that something changed; calls within the pause become one. */
	raise(): void {
		this.timer ??= setTimeout(() => {
			this.timer = null;
			for (const listener of this.listeners) listener();
		}, this.pauseMs);
	}

	close(): void {
		if (this.timer) clearTimeout(this.timer);
		this.listeners.clear();
	}
}
