import { element, setAttribute } from '../element.mjs';
import { renderRows } from '../keyed-list.mjs';
import { dayName, phoneName } from '../wording.mjs';
import { bubble } from './bubble.mjs';

/** @typedef {import('../state.mjs').Message} Message */

/** Bubbles in the document at first, and per press on "Show earlier messages". */
const step = 80;

/** How near to its end (px) a log counts as being read at its end, and follows new SMS. */
const nearEnd = 80;

/** The SMS of one phone, oldest first, kept at the end while the reader is there. */
export function bubbleLog() {
	const rows = element('div', { class: 'bubbles' });
	const earlier = element(
		'button',
		{ type: 'button', class: 'button quiet show-more', hidden: true, onclick: showEarlier },
		'Show earlier messages',
	);
	const node = element('div', { class: 'log scroll', role: 'log', tabindex: '0' }, earlier, rows);
	let number = '';
	let limit = step;
	/** @type {readonly Message[]} */
	let messages = [];

	function showEarlier() {
		const fromEnd = node.scrollHeight - node.scrollTop;
		limit += step;
		draw();
		node.scrollTop = node.scrollHeight - fromEnd;
	}

	function draw() {
		const first = Math.max(0, messages.length - limit);
		setAttribute(earlier, 'hidden', first === 0);
		const placed = messages.slice(first).map((message, offset) => ({
			message,
			index: first + offset,
			day: dayName(message.at),
			startsDay: offset === 0 || dayName(message.at) !== dayName(messages[first + offset - 1]?.at),
		}));
		renderRows(rows, placed, {
			key: ({ message, index }) => `${number} ${message.smsId ?? index} ${index}`,
			create: ({ message }) => bubble.create(message),
			update: (row, { message, day, startsDay }) =>
				bubble.update(row, message, startsDay ? day : ''),
		});
	}

	return {
		node,
		/** @param {string} phoneNumber @param {readonly Message[]} conversation */
		update(phoneNumber, conversation) {
			const another = phoneNumber !== number;
			const atEnd = node.scrollHeight - node.scrollTop - node.clientHeight < nearEnd;
			if (another) limit = step;
			number = phoneNumber;
			messages = conversation;
			setAttribute(node, 'aria-label', `Conversation with ${phoneName(phoneNumber)}`);
			draw();
			if (another || atEnd) node.scrollTop = node.scrollHeight;
		},
	};
}
