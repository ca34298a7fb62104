import { html } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { foundPhones, isSearching } from '../phone-search.mjs';
import { zoneName } from '../sandbox-time.mjs';
import { placesFor } from '../wall-places.mjs';
import { count } from '../wording.mjs';
import { hasDraft } from './composer.mjs';
import { icon } from './icon.mjs';
import { showMore } from './show-more.mjs';
import { wallPhone } from './wall-phone.mjs';

/** @typedef {import('../state.mjs').Phone} Phone */

/** Phones side by side at first, and per press on "Show more". */
const more = showMore(12);

/** Where the focus is, or a word that is not sent, nothing changes places. @param {string} number */
const isHeld = (number) =>
	hasDraft(number) ||
	document.activeElement?.closest('.wall-phone')?.getAttribute('data-number') === number;

/** Several phones at once, so that a campaign is seen arriving. @param {readonly Phone[]} phones */
export function phoneWall(phones) {
	const found = foundPhones(phones);
	const byNumber = new Map(found.map((phone) => [phone.phoneNumber, phone]));
	const numbers = found.map(({ phoneNumber }) => phoneNumber);
	const shown = placesFor(numbers, more.cut(numbers).length, isHeld).flatMap((number) => {
		const phone = byNumber.get(number);
		return phone ? [phone] : [];
	});
	return html`
		<div class="wall scroll">
			<header class="wall-head">
				<a href="#/phones" class="back" aria-label="All phones">${icon('back')}</a>
				<h2>Side by side</h2>
				<p class="faint">${caption(shown.length, found.length)}, in ${zoneName}</p>
			</header>
			<div
				class="wall-phones"
				role="group"
				aria-label="Phones side by side"
				data-roving=".wall-name"
				data-roving-grid
			>
				${repeat(shown, ({ phoneNumber }) => phoneNumber, wallPhone)}
			</div>
			${more.button(found.length)}
		</div>
	`;
}

/** @param {number} shown @param {number} all */
function caption(shown, all) {
	const which = isSearching() ? 'found' : 'with the newest SMS';
	return shown === all
		? `${count(all, 'phone')} ${isSearching() ? 'found' : ''}`.trim()
		: `${shown} of ${count(all, 'phone')}, those ${which}`;
}
