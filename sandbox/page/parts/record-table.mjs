import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { showMore } from './show-more.mjs';

/**
 * @template Entry
 * @typedef {object} Column
 * @property {string} title
 * @property {(entry: Entry) => string} text
 * @property {(entry: Entry) => string} [tone] colours the text: good, bad, waiting, off
 * @property {string} [kind] how the cell is set: number, code, long
 */

/**
 * A table that becomes a stack of cards on a narrow screen.
 *
 * @template Entry
 * @param {object} options
 * @param {string} options.label
 * @param {readonly Column<Entry>[]} options.columns
 * @param {(entry: Entry, index: number) => string} options.key
 * @param {string} options.empty what to read where there is no row
 * @param {number} [options.step] rows in the document at first, and per press on "Show more"
 * @returns {(entries: readonly Entry[]) => unknown} draws the table
 */
export function recordTable({ label, columns, key, empty, step = 50 }) {
	const more = showMore(step);
	return (entries) => html`
		<div class="card table-card">
			${entries.length === 0
				? html`<p class="empty-line">${empty}</p>`
				: html`<table aria-label=${label}>
						<thead>
							<tr>
								${columns.map(heading)}
							</tr>
						</thead>
						<tbody>
							${repeat(
								more.cut(entries),
								key,
								(entry) =>
									html`<tr>
										${columns.map((column) => cell(column, entry))}
									</tr>`,
							)}
						</tbody>
					</table>`}
			${more.button(entries.length)}
		</div>
	`;
}

/** @param {{ title: string, kind?: string }} column */
const heading = ({ title, kind }) =>
	html`<th scope="col" data-kind=${kind ?? nothing}>${title}</th>`;

/**
 * @template Entry
 * @param {Column<Entry>} column
 * @param {Entry} entry
 */
const cell = ({ title, kind, text, tone }, entry) => html`
	<td
		data-label=${title}
		data-kind=${kind ?? nothing}
		data-tone=${tone?.(entry) ?? nothing}
		dir=${kind === 'long' ? 'auto' : nothing}
	>
		${text(entry)}
	</td>
`;
