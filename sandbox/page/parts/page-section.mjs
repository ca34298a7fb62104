import { element } from '../element.mjs';

/**
 * A titled part of a view with one line that says what it is for.
 *
 * @param {string} title
 * @param {string} purpose
 * @param {...import('../element.mjs').Child} content
 */
export const pageSection = (title, purpose, ...content) =>
	element(
		'section',
		{ class: 'page-section', 'aria-label': title },
		element('h2', {}, title),
		element('p', { class: 'faint' }, purpose),
		...content,
	);
