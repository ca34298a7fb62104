import { html } from 'lit-html';
import { exactlyWithZone } from '../sandbox-time.mjs';

/**
 * A time that tells its whole date and its zone when it is pointed at, and to machines.
 *
 * @param {unknown} iso
 * @param {string} text how it reads here
 * @param {string} [className]
 */
export const timeMark = (iso, text, className = '') =>
	html`<time class=${className} datetime=${String(iso ?? '')} title=${exactlyWithZone(iso)}
		>${text}</time
	>`;
