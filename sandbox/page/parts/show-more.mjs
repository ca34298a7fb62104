import { element, setAttribute, setText } from '../element.mjs';

/**
 * Bounds how many rows of a long list are in the document, with a button for the next ones.
 *
 * @param {number} step how many rows at first and per press
 * @param {() => void} onMore draws the list again
 */
export function showMore(step, onMore) {
	let limit = step;
	const button = element('button', {
		type: 'button',
		class: 'button quiet show-more',
		hidden: true,
		onclick: () => {
			limit += step;
			onMore();
		},
	});

	return {
		button,
		/** Begins at the top again, for another search. */
		restart() {
			limit = step;
		},
		/**
		 * @template Entry
		 * @param {readonly Entry[]} entries
		 * @returns {readonly Entry[]} the first of them, as many as may be shown
		 */
		cut(entries) {
			const hidden = entries.length - limit;
			setAttribute(button, 'hidden', hidden <= 0);
			setText(
				button,
				`Show ${Math.min(step, Math.max(hidden, 0))} more of ${entries.length.toLocaleString()}`,
			);
			return entries.slice(0, limit);
		},
	};
}
