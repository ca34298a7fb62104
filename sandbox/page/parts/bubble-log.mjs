import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { redraw } from '../redraw.mjs';
import { dayName, zoneName } from '../sandbox-time.mjs';
import { phoneName } from '../wording.mjs';
import { bubble } from './bubble.mjs';

/** @typedef {import('../state.mjs').Message} Message */

/** Bubbles in the document at first, and per press on "Show earlier messages". */
const step = 80;

/** How near to its end (px) a log counts as being read at its end, and follows new SMS. */
const nearEnd = 80;

/** How much of which phone's log is in the document. */
let shown = { number: '', limit: step };

/** The log that is in the document. */
const currentLog = () => document.querySelector('.log');

function showEarlier() {
	const before = currentLog();
	const fromEnd = before === null ? 0 : before.scrollHeight - before.scrollTop;
	shown.limit += step;
	redraw();
	const log = currentLog();
	if (log !== null) log.scrollTop = log.scrollHeight - fromEnd;
}

/**
 * The SMS of one phone, oldest first.
 *
 * @param {string} number
 * @param {readonly Message[]} messages
 */
export function bubbleLog(number, messages) {
	if (shown.number !== number) shown = { number, limit: step };
	const first = Math.max(0, messages.length - shown.limit);
	const placed = messages
		.slice(first)
		.map((message, offset) => ({ message, index: first + offset }));
	/** @param {number} index */
	const dayAt = (index) => dayName(messages[index]?.at);
	return html`
		<div
			class="log scroll"
			role="log"
			tabindex="0"
			data-number=${number}
			aria-label="Conversation with ${phoneName(number)}"
		>
			${first === 0
				? nothing
				: html`<button type="button" class="button quiet show-more" @click=${showEarlier}>
						Show earlier messages
					</button>`}
			<div class="bubbles">
				${repeat(
					placed,
					({ index }) => `${number} ${index}`,
					({ message, index }) =>
						bubble(
							message,
							index === first || dayAt(index) !== dayAt(index - 1)
								? `${dayAt(index)}, ${zoneName}`
								: '',
						),
				)}
			</div>
		</div>
	`;
}

/**
 * Draws, and leaves the log at its end where it was read at its end, or where it is another phone's.
 *
 * @param {() => void} draw
 */
export function followingTheLog(draw) {
	const before = currentLog();
	const number = before?.getAttribute('data-number');
	const wasAtEnd =
		before !== null && before.scrollHeight - before.scrollTop - before.clientHeight < nearEnd;
	draw();
	const log = currentLog();
	if (log !== null && (wasAtEnd || log.getAttribute('data-number') !== number)) {
		log.scrollTop = log.scrollHeight;
	}
}
