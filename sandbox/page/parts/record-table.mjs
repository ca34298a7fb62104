import { element, setAttribute, setText } from '../element.mjs';
import { renderRows } from '../keyed-list.mjs';
import { showMore } from './show-more.mjs';

/**
 * @template Entry
 * @typedef {object} Column
 * @property {string} title
 * @property {(entry: Entry) => string} text
 * @property {(entry: Entry) => string} [tone] colours the text: good, bad, waiting, off
 * @property {string} [kind] how the cell is set: number, code, long
 */

/** Rows in the document at first, and per press on "Show more". */
const step = 50;

/**
 * A table that keeps its rows through updates and becomes a stack of cards on a narrow screen.
 *
 * @template Entry
 * @param {object} options
 * @param {string} options.label
 * @param {readonly Column<Entry>[]} options.columns
 * @param {(entry: Entry, index: number) => string} options.key
 * @param {string} options.empty what to read where there is no row
 */
export function recordTable({ label, columns, key, empty }) {
	/** @type {readonly Entry[]} */
	let entries = [];
	const more = showMore(step, draw);
	const body = element('tbody');
	const table = element(
		'table',
		{ 'aria-label': label },
		element('thead', {}, element('tr', {}, ...columns.map(heading))),
		body,
	);
	const nothing = element('p', { class: 'empty-line', hidden: true }, empty);
	const node = element('div', { class: 'card table-card' }, table, nothing, more.button);

	function draw() {
		setAttribute(table, 'hidden', entries.length === 0);
		setAttribute(nothing, 'hidden', entries.length > 0);
		const placed = more.cut(entries).map((entry, index) => ({ entry, index }));
		renderRows(body, placed, {
			key: ({ entry, index }) => key(entry, index),
			create: () => element('tr', {}, ...columns.map(cell)),
			update: (row, { entry }) => fill(row, columns, entry),
		});
	}

	return {
		node,
		/** @param {readonly Entry[]} next */
		update(next) {
			entries = next;
			draw();
		},
	};
}

/** @param {{ title: string, kind?: string }} column */
const heading = ({ title, kind }) => element('th', { scope: 'col', 'data-kind': kind }, title);

/** @param {{ title: string, kind?: string }} column */
const cell = ({ title, kind }) =>
	element('td', { 'data-label': title, 'data-kind': kind, dir: kind === 'long' ? 'auto' : null });

/**
 * @template Entry
 * @param {HTMLElement} row
 * @param {readonly Column<Entry>[]} columns
 * @param {Entry} entry
 */
function fill(row, columns, entry) {
	columns.forEach(({ text, tone }, index) => {
		const target = /** @type {HTMLElement} */ (row.children[index]);
		setText(target, text(entry));
		setAttribute(target, 'data-tone', tone?.(entry));
	});
}
