import { element, setAttribute, setText } from '../element.mjs';
import { unread } from '../read-marks.mjs';
import { phoneName, shortMoment } from '../wording.mjs';

/** @typedef {import('../state.mjs').Phone} Phone */

/** How many different tints the round marks of phones have. */
const tints = 6;

/** One phone in the list: number, last text, time, unread SMS. */
export const phoneRow = {
	/** @param {Phone} phone */
	create(phone) {
		const number = phone.phoneNumber;
		return element(
			'li',
			{ class: 'phone-row' },
			element(
				'a',
				{ href: `#/phones/${number}` },
				element(
					'span',
					{ class: 'avatar', 'data-tint': Number(number.slice(-4)) % tints, 'aria-hidden': 'true' },
					number.slice(-2),
				),
				element(
					'span',
					{ class: 'phone-line' },
					element('span', { class: 'phone-name' }, phoneName(number)),
					element('time', { class: 'phone-time' }),
				),
				element(
					'span',
					{ class: 'phone-line' },
					element('span', { class: 'phone-text', dir: 'auto' }),
					element('span', { class: 'tag', 'data-tone': 'bad', hidden: true }, 'STOP'),
					element('span', { class: 'badge', hidden: true }),
				),
			),
		);
	},

	/** @param {HTMLElement} row @param {Phone} phone @param {boolean} open */
	update(row, phone, open) {
		const last = phone.conversation.at(-1);
		const fresh = unread(phone);
		const badge = part(row, '.badge');
		setAttribute(part(row, 'a'), 'aria-current', open ? 'true' : null);
		setText(part(row, '.phone-time'), shortMoment(last?.at));
		setText(part(row, '.phone-text'), last?.text ?? '');
		setAttribute(part(row, '.tag'), 'hidden', !phone.blacklisted);
		setAttribute(row, 'data-unread', fresh > 0 ? 'yes' : null);
		setAttribute(badge, 'hidden', fresh === 0);
		setAttribute(badge, 'aria-label', `${fresh} unread`);
		setText(badge, fresh > 99 ? '99+' : fresh);
	},
};

/** @param {HTMLElement} row @param {string} selector */
const part = (row, selector) => /** @type {HTMLElement} */ (row.querySelector(selector));
