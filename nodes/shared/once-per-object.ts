/**
 * A function that reads each object once: constants are the same object for every item of a run.
 * What was read is kept as long as the object lives.
 */
export function oncePerObject<K extends object, V>(read: (key: K) => V): (key: K) => V {
	const known = new WeakMap<K, { readonly value: V }>();
	return (key) => {
		const before = known.get(key);
		if (before) return before.value;
		const value = read(key);
		known.set(key, { value });
		return value;
	};
}
