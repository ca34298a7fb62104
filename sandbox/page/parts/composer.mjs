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

/** Whether something is typed on a phone and not sent. @param {string} number */
export const hasDraft = (number) => (drafts.get(number) ?? '').trim() !== '';

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

/** @param {string} number */
const field = (number) => html`
	<textarea
		rows="1"
		placeholder="Write a reply"
		aria-label="Reply from ${phoneName(number)}"
		.value=${live(drafts.get(number) ?? '')}
		@input=${(/** @type {InputEvent} */ event) =>
			drafts.set(number, /** @type {HTMLTextAreaElement} */ (event.currentTarget).value)}
		@keydown=${atKey}
	></textarea>
	<button class="button primary send" aria-label="Send from ${phoneName(number)}">
		${icon('send')}<span>Send</span>
	</button>
`;

/**
 * Where a person types on the phone. Each phone keeps its own draft. A phone that shows nothing but names
 * can only send STOP.
 *
 * @param {{ phoneNumber: string, canReply: boolean }} phone
 */
export const composer = ({ phoneNumber: number, canReply }) => html`
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
		${canReply
			? field(number)
			: html`<p class="faint no-reply">
					A phone cannot answer a name. STOP goes to the number in the text.
				</p>`}
	</form>
`;
