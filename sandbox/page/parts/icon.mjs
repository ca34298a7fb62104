import { html } from 'lit-html';

/** One drawing of the set in icons.svg. @param {string} name */
export const icon = (name) =>
	html`<svg class="icon" aria-hidden="true"><use href="/page/icons.svg#${name}"></use></svg>`;
