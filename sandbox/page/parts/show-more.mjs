import { html, nothing } from 'lit-html';
import { redraw } from '../redraw.mjs';

/**
 * Bounds how many rows of a long list are in the document, with a button for the next ones.
 *
 * @param {number} step how many rows at first and per press
 */
export function showMore(step) {
	let limit = step;
	const more = () => {
		limit += step;
		redraw();
	};

	return {
		/** Begins at the top again, for another search. */
		restart() {
			limit = step;
		},
		/**
		 * @template Entry
		 * @param {readonly Entry[]} entries
		 * @returns {readonly Entry[]} the first of them, as many as may be shown
		 */
		cut: (entries) => entries.slice(0, limit),
		/** @param {number} all how many entries there are */
		button: (all) =>
			all > limit
				? html`<button type="button" class="button quiet show-more" @click=${more}>
						Show ${Math.min(step, all - limit)} more of ${all.toLocaleString()}
					</button>`
				: nothing,
	};
}
