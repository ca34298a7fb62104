import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { currentSearch, foundPhones, isSearching, searchFor } from '../phone-search.mjs';
import { markRead, unread } from '../read-marks.mjs';
import { redraw } from '../redraw.mjs';
import { count } from '../wording.mjs';
import { icon } from './icon.mjs';
import { newPhoneForm } from './new-phone-form.mjs';
import { phoneRow } from './phone-row.mjs';
import { showMore } from './show-more.mjs';

/** @typedef {import('../state.mjs').Phone} Phone */

/** Rows in the document at first, and per press on "Show more". */
const more = showMore(60);

/** @param {InputEvent} event */
function search(event) {
	searchFor(/** @type {HTMLInputElement} */ (event.currentTarget).value);
	more.restart();
	redraw();
}

/** Every phone that got or sent an SMS, newest first, with search by number or text. @param {readonly Phone[]} phones @param {string} open */
export function phoneList(phones, open) {
	const found = foundPhones(phones);
	const markAll = () => {
		markRead(phones);
		redraw();
	};
	return html`
		<section class="phone-list" aria-label="Phone list">
			<div class="search-field">
				${icon('search')}
				<input
					type="search"
					placeholder="Search number or text"
					aria-label="Search phones"
					autocomplete="off"
					.value=${live(currentSearch())}
					@input=${search}
				/>
			</div>
			<div class="list-head">
				<span class="faint">${count(found.length, 'phone')}</span>
				${phones.some((phone) => unread(phone) > 0)
					? html`<button type="button" class="link-button" @click=${markAll}>Mark all read</button>`
					: nothing}
				${phones.length > 0
					? html`<a href="#/phones/side-by-side" class="link-button">Side by side</a>`
					: nothing}
			</div>
			<p id="phone-keys" hidden>The arrow keys move from phone to phone, Enter opens one</p>
			<div class="scroll">
				<ul class="phone-rows" aria-label="Phones" aria-describedby="phone-keys" data-roving="a">
					${repeat(
						more.cut(found),
						({ phoneNumber }) => phoneNumber,
						(phone) => phoneRow(phone, phone.phoneNumber === open),
					)}
				</ul>
				${found.length > 0
					? nothing
					: html`<p class="empty-line">
							${isSearching() ? 'No phone has this number or text' : 'No SMS yet'}
						</p>`}
				${more.button(found.length)}
			</div>
			${newPhoneForm()}
		</section>
	`;
}
