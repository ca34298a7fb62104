import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
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

/** What is searched for, as it is typed. */
let query = '';

/** @param {InputEvent} event */
function search(event) {
	query = /** @type {HTMLInputElement} */ (event.currentTarget).value;
	more.restart();
	redraw();
}

/** Every phone that got or sent an SMS, newest first, with search by number or text. @param {readonly Phone[]} phones @param {string} open */
export function phoneList(phones, open) {
	const found = phones.filter(matching(query)).reverse();
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
					@input=${search}
				/>
			</div>
			<div class="list-head">
				<span class="faint">${count(found.length, 'phone')}</span>
				${phones.some((phone) => unread(phone) > 0)
					? html`<button type="button" class="link-button" @click=${markAll}>Mark all read</button>`
					: nothing}
			</div>
			<div class="scroll">
				<ul class="phone-rows" aria-label="Phones">
					${repeat(
						more.cut(found),
						({ phoneNumber }) => phoneNumber,
						(phone) => phoneRow(phone, phone.phoneNumber === open),
					)}
				</ul>
				${found.length > 0
					? nothing
					: html`<p class="empty-line">
							${query === '' ? 'No SMS yet' : 'No phone has this number or text'}
						</p>`}
				${more.button(found.length)}
			</div>
			${newPhoneForm()}
		</section>
	`;
}

/**
 * Numbers match as people type them (`06 12`, `+336 12`, `612`), everything else is looked for in the texts.
 *
 * @param {string} typed
 * @returns {(phone: Phone) => boolean}
 */
function matching(typed) {
	const wanted = typed.trim().toLocaleLowerCase();
	if (wanted === '') return () => true;
	const digits = /^[\d\s+().-]+$/.test(wanted) ? wanted.replace(/\D/g, '').replace(/^0+/, '') : '';
	return (phone) =>
		(digits !== '' && phone.phoneNumber.includes(digits)) ||
		phone.conversation.some(({ text }) => text.toLocaleLowerCase().includes(wanted));
}
