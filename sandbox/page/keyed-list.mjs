/**
 * @template Entry
 * @typedef {object} Rows
 * @property {(entry: Entry) => string} key what makes an entry the same one after an update
 * @property {(entry: Entry) => HTMLElement} create
 * @property {(node: HTMLElement, entry: Entry) => void} update
 */

/** @type {WeakMap<Element, Map<string, HTMLElement>>} */
const shown = new WeakMap();

/**
 * Brings the children of `container` in step with `entries` and moves only what is out of place, so
 * that focus, selection, open details and scroll positions survive.
 *
 * @template Entry
 * @param {Element} container holds nothing but these rows
 * @param {readonly Entry[]} entries
 * @param {Rows<Entry>} rows
 */
export function renderRows(container, entries, { key, create, update }) {
	const before = shown.get(container) ?? new Map();
	const after = new Map();
	let cursor = container.firstElementChild;
	for (const entry of entries) {
		const name = key(entry);
		const node = before.get(name) ?? create(entry);
		before.delete(name);
		after.set(name, node);
		update(node, entry);
		if (node === cursor) cursor = node.nextElementSibling;
		else container.insertBefore(node, cursor);
	}
	for (const gone of before.values()) gone.remove();
	shown.set(container, after);
}
