/**
 * Gives a function that runs tasks one after the other. n8n's deduplication store reads a row,
 * changes it and writes it back: two calls at once would lose what one of them wrote.
 */
export function inTurn(): <T>(task: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return async (task) => {
		const mine = last.then(task, task);
		last = mine.catch(() => undefined);
		return await mine;
	};
}
