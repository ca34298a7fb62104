import { html } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { redraw } from '../redraw.mjs';
import { sandbox } from '../sandbox-api.mjs';
import { phoneName } from '../wording.mjs';
import { icon } from './icon.mjs';
import { showNotice } from './notice.mjs';

/** What was typed on each phone and not sent yet. @type {Map<string, string>} */
const drafts = new Map();

/** Phones whose SMS is on its way. @type {Set<string>} */
const sending = new Set();

/** @param {string} number @param {string} message */
async function send(number, message) {
	sending.add(number);
	redraw();
	try {
		await sandbox.reply(number, message);
		return true;
	} catch (error) {
		showNotice(error, 'bad');
		return false;
	} finally {
		sending.delete(number);
		redraw();
	}
}

/** @param {string} number */
async function sendDraft(number) {
	const message = (drafts.get(number) ?? '').trim();
	if (message === '' || sending.has(number) || !(await send(number, message))) return;
	drafts.delete(number);
	redraw();
}

/** Sends at Enter, breaks the line at Shift and Enter. @param {KeyboardEvent} event */
function atKey(event) {
	if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
	event.preventDefault();
	/** @type {HTMLTextAreaElement} */ (event.currentTarget).form?.requestSubmit();
}

/** Where a person types on the phone. Each phone keeps its own draft. @param {string} number */
export const composer = (number) => html`
	<form
		class="composer"
		aria-busy=${sending.has(number)}
		@submit=${(/** @type {SubmitEvent} */ event) => {
			event.preventDefault();
			void sendDraft(number);
		}}
	>
		<button
			type="button"
			class="button danger"
			title="Sends STOP: the number goes on the blacklist"
			aria-label="Send STOP from ${phoneName(number)}"
			@click=${() => send(number, 'STOP')}
		>
			STOP
		</button>
		<textarea
			rows="1"
			placeholder="Write a reply"
			aria-label="Reply from ${phoneName(number)}"
			.value=${live(drafts.get(number) ?? '')}
			@input=${(/** @type {InputEvent} */ event) =>
				drafts.set(number, /** @type {HTMLTextAreaElement} */ (event.currentTarget).value)}
			@keydown=${atKey}
		></textarea>
		<button class="button primary send">${icon('send')}Send</button>
	</form>
`;
