import { html } from 'lit-html';

/**
 * A titled part of a view with one line that says what it is for.
 *
 * @param {string} title
 * @param {string} purpose
 * @param {unknown} content
 */
export const pageSection = (title, purpose, content) => html`
	<section class="page-section" aria-label=${title}>
		<h2>${title}</h2>
		<p class="faint">${purpose}</p>
		${content}
	</section>
`;
