import { html } from 'lit-html';

/** Addresses as phones find them in a text. */
const addresses = /\bhttps?:\/\/[^\s<>"“”«»]+/gi;

/** What ends a sentence, a quotation or a bracket, and not an address. */
const tail = /[.,;:!?'’)\]}…]+$/;

/** @param {string} found @returns {string | null} where a tap leads, null where it is no address of the web */
function targetOf(found) {
	if (!URL.canParse(found)) return null;
	const { protocol, href } = new URL(found);
	return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/**
 * The text of an SMS with its links to tap. What a link opens knows nothing of this page, and cannot
 * reach it.
 *
 * @param {string} text
 */
export function linkedText(text) {
	/** @type {unknown[]} */
	const pieces = [];
	let end = 0;
	for (const { 0: match, index } of text.matchAll(addresses)) {
		const found = match.replace(tail, '');
		const target = targetOf(found);
		if (target === null) continue;
		pieces.push(
			text.slice(end, index),
			html`<a href=${target} target="_blank" rel="noopener noreferrer" dir="ltr">${found}</a>`,
		);
		end = index + found.length;
	}
	return [...pieces, text.slice(end)];
}
