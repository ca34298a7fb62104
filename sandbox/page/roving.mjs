/**
 * Long lists are one stop of the Tab key: `data-roving` of a list is the selector of what the arrow keys
 * move among. Everything else in the `data-roving-group` around an item is reached while that item is
 * the current one. `data-roving-grid` is on a list whose items stand side by side.
 */

const lists = '[data-roving]';
const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** The current item of each list. @type {WeakMap<Element, HTMLElement>} */
const current = new WeakMap();

/** @param {Element} list @returns {HTMLElement[]} */
const itemsOf = (list) =>
	[...list.querySelectorAll(list.getAttribute('data-roving') ?? '')].map(
		(item) => /** @type {HTMLElement} */ (item),
	);

/** @param {HTMLElement} item */
const groupOf = (item) => item.closest('[data-roving-group]') ?? item;

/** @param {HTMLElement} item @param {boolean} isCurrent */
function setReach(item, isCurrent) {
	const group = groupOf(item);
	for (const each of [item, ...group.querySelectorAll(focusable)]) {
		/** @type {HTMLElement} */ (each).tabIndex = isCurrent ? 0 : -1;
	}
}

/** Lets each list have one item that Tab reaches: where the reader was, else what is open, else the first. */
export function settleRoving() {
	for (const list of document.querySelectorAll(lists)) {
		const items = itemsOf(list);
		const kept = current.get(list);
		const here =
			kept !== undefined && items.includes(kept)
				? kept
				: (items.find((item) => item.hasAttribute('aria-current')) ?? items[0]);
		for (const item of items) setReach(item, item === here);
		if (here) current.set(list, here);
	}
}

/** @param {readonly HTMLElement[]} items */
const columnsOf = (items) =>
	Math.max(
		1,
		items.filter(
			(item) =>
				groupOf(item).getBoundingClientRect().top ===
				groupOf(/** @type {HTMLElement} */ (items[0])).getBoundingClientRect().top,
		).length,
	);

/**
 * @param {Element} list
 * @param {string} key
 * @param {readonly HTMLElement[]} items
 * @returns {number | null} how many items further, null for another key
 */
function stepOf(list, key, items) {
	if (key === 'Home') return -items.length;
	if (key === 'End') return items.length;
	const isGrid = list.hasAttribute('data-roving-grid');
	if (isGrid && key === 'ArrowLeft') return -1;
	if (isGrid && key === 'ArrowRight') return 1;
	const row = isGrid ? columnsOf(items) : 1;
	if (key === 'ArrowUp') return -row;
	return key === 'ArrowDown' ? row : null;
}

/** @param {KeyboardEvent} event */
function atKey(event) {
	if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
	const from = /** @type {HTMLElement} */ (event.target);
	const list = from.closest(lists);
	if (list === null) return;
	const items = itemsOf(list);
	const place = items.indexOf(from);
	const step = place === -1 ? null : stepOf(list, event.key, items);
	if (step === null) return;
	event.preventDefault();
	items[Math.min(Math.max(place + step, 0), items.length - 1)]?.focus();
}

/** Whoever gets the focus, by keys or by a click, makes its item the current one. @param {FocusEvent} event */
function atFocus(event) {
	const target = /** @type {Element} */ (event.target);
	const list = target.closest(lists);
	if (list === null) return;
	const items = itemsOf(list);
	const item = items.find((each) => groupOf(each).contains(target));
	const before = current.get(list);
	if (item === undefined || item === before) return;
	if (before !== undefined) setReach(before, false);
	setReach(item, true);
	current.set(list, item);
}

/** Begins to listen. */
export function startRoving() {
	document.addEventListener('keydown', atKey);
	document.addEventListener('focusin', atFocus);
}
