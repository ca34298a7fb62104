import { html, nothing } from 'lit-html';
import { count } from '../wording.mjs';
import { icon } from './icon.mjs';

/** @typedef {import('../state.mjs').State['lists'][number]} ContactList */

/** Contacts in the document: a list may hold many thousands. */
const shownContacts = 100;

/** One contact list: its name, how many contacts it has, whether it is locked, and the contacts. @param {ContactList} list */
export function contactListCard({ listName, locked, contacts }) {
	const hidden = contacts.length - shownContacts;
	return html`
		<li class="card list-card">
			<details>
				<summary>
					<span class="list-name" dir="auto">${listName}</span>
					${locked ? html`<span class="tag lock">${icon('lock')}Locked</span>` : nothing}
					<span class="faint contact-count">${count(contacts.length, 'contact')}</span>
				</summary>
				<ul class="contacts" aria-label="Contacts of ${listName}">
					${contacts
						.slice(0, shownContacts)
						.map((contact) => html`<li dir="auto">${contactLine(contact)}</li>`)}
				</ul>
				${hidden > 0
					? html`<p class="faint rest">and ${count(hidden, 'more contact')}</p>`
					: nothing}
			</details>
		</li>
	`;
}

/** @param {Record<string, unknown>} contact */
const contactLine = (contact) =>
	Object.values(contact)
		.filter((value) => value !== '' && value !== null && value !== undefined)
		.join(' · ');
