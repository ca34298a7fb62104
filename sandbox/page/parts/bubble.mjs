import { element, setAttribute, setText } from '../element.mjs';
import { clock, moment } from '../wording.mjs';
import { receiptMark } from './receipt-mark.mjs';

/** @typedef {import('../state.mjs').Message} Message */

/** @type {WeakMap<HTMLElement, ReturnType<typeof receiptMark>>} */
const marks = new WeakMap();

/** One SMS: who it came from, the text, when, and the receipt for what was sent to the phone. */
export const bubble = {
	/** @param {Message} message */
	create(message) {
		const arrived = message.direction === 'out';
		const mark = receiptMark();
		const row = element(
			'article',
			{ class: 'bubble-row', 'data-side': arrived ? 'arrived' : 'typed' },
			element('p', { class: 'day', hidden: true }),
			element(
				'div',
				{ class: 'bubble' },
				arrived && element('p', { class: 'sender' }, senderLine(message)),
				element('p', { class: 'bubble-text', dir: 'auto' }, message.text),
				element('p', { class: 'bubble-foot' }, element('time'), arrived && mark.node),
			),
		);
		marks.set(row, mark);
		return row;
	},

	/** @param {HTMLElement} row @param {Message} message @param {string} day '' = the day of the SMS above */
	update(row, message, day) {
		const dayLine = part(row, '.day');
		setAttribute(dayLine, 'hidden', day === '');
		setText(dayLine, day);
		setText(part(row, '.bubble-text'), message.text);
		setText(part(row, 'time'), timeLine(message));
		setAttribute(row, 'data-status', message.status);
		marks.get(row)?.update(message.status);
	},
};

/** What the phone shows, and the name that it stands for. @param {Message} message */
const senderLine = ({ sender = '36180', requestedSender = '' }) =>
	requestedSender === '' || requestedSender === sender
		? sender
		: `${sender} in place of “${requestedSender}”`;

/** @param {Message} message */
const timeLine = (message) =>
	message.status === 'scheduled' && message.scheduledFor
		? `for ${moment(message.scheduledFor)}`
		: clock(message.at);

/** @param {HTMLElement} row @param {string} selector */
const part = (row, selector) => /** @type {HTMLElement} */ (row.querySelector(selector));
