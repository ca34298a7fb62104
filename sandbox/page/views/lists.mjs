import { html } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { contactListCard } from '../parts/contact-list-card.mjs';
import { pageSection } from '../parts/page-section.mjs';

/** The contact lists with their contacts. @type {import('../main.mjs').View} */
export const listsView = {
	id: 'lists',
	title: 'Lists',
	draw: ({ lists }) => html`
		<div class="page">
			${pageSection(
				'Contact lists',
				'Made and filled through the API.',
				lists.length === 0
					? html`<p class="card empty-line">No contact list yet</p>`
					: html`<ul class="list-cards" aria-label="Contact lists">
							${repeat(lists, ({ account, listName }) => `${account} ${listName}`, contactListCard)}
						</ul>`,
			)}
		</div>
	`,
};
