import { html, nothing } from 'lit-html';
import { clock, moment, zoneName } from '../sandbox-time.mjs';
import { count } from '../wording.mjs';
import { linkedText } from './linked-text.mjs';
import { receiptMark } from './receipt-mark.mjs';
import { timeMark } from './time-mark.mjs';

/** @typedef {import('../state.mjs').Message} Message */

/**
 * One SMS: who it came from, the text, when, and the receipt for what was sent to the phone.
 *
 * @param {Message} message
 * @param {string} day '' = the day of the SMS above
 */
export function bubble(message, day) {
	const arrived = message.direction === 'out';
	return html`
		<article
			class="bubble-row"
			data-side=${arrived ? 'arrived' : 'typed'}
			data-status=${message.status ?? nothing}
		>
			${day === '' ? nothing : html`<p class="day">${day}</p>`}
			<div class="bubble">
				${arrived ? html`<p class="sender">${senderLine(message)}</p>` : nothing}
				<p class="bubble-text" dir="auto">${linkedText(message.text)}</p>
				<p class="bubble-foot">
					${timeMark(isWaiting(message) ? message.scheduledFor : message.at, timeLine(message))}
					${(message.segments ?? 1) > 1
						? html`<span>${count(message.segments, 'part')}</span>`
						: nothing}
					${arrived ? receiptMark(message.status) : nothing}
				</p>
			</div>
		</article>
	`;
}

/** What the phone shows, and the name that it stands for. @param {Message} message */
const senderLine = ({ sender = '36180', requestedSender = '' }) =>
	requestedSender === '' || requestedSender === sender
		? sender
		: `${sender} in place of “${requestedSender}”`;

/** @param {Message} message */
const isWaiting = ({ status, scheduledFor }) => status === 'scheduled' && Boolean(scheduledFor);

/** @param {Message} message */
const timeLine = (message) =>
	isWaiting(message) ? `for ${moment(message.scheduledFor)} ${zoneName}` : clock(message.at);
