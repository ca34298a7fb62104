import { element, icon, setAttribute, setText } from '../element.mjs';
import { clockWithSeconds, phoneName } from '../wording.mjs';

/** @typedef {import('../state.mjs').Push} Push */

/** One push to a webhook: what it told, how often it was tried and what was answered. */
export const pushRow = {
	/** @param {Push} push */
	create(push) {
		const isReply = push.kind === 'reply';
		return element(
			'li',
			{ class: 'push-row' },
			element(
				'details',
				{},
				element(
					'summary',
					{},
					icon(isReply ? 'reply' : 'receipt'),
					element('span', { class: 'push-title', dir: 'auto' }, headline(push)),
					element('span', { class: 'push-answer' }),
					element('time'),
				),
				element('p', { class: 'push-url' }, `${push.method} ${push.url}`),
				element('pre', { class: 'payload', tabindex: '0' }, payload(push.body)),
				element('ol', { class: 'attempts', 'aria-label': 'Attempts' }),
			),
		);
	},

	/** @param {HTMLElement} row @param {Push} push */
	update(row, push) {
		const last = push.attempts.at(-1);
		const answer = part(row, '.push-answer');
		setText(part(row, 'time'), clockWithSeconds(last?.at));
		setText(answer, answerLine(push));
		setAttribute(answer, 'data-tone', tone(push));
		const attempts = part(row, '.attempts');
		for (const attempt of push.attempts.slice(attempts.childElementCount)) {
			const line = [clockWithSeconds(attempt.at), attempt.status ?? '', attempt.answer ?? ''];
			attempts.append(element('li', {}, line.filter((word) => word !== '').join(' · ')));
		}
	},
};

/** @param {Push} push */
function headline(push) {
	const told = fields(push.body);
	const number = told.phoneNumber ? phoneName(told.phoneNumber) : '';
	const what = push.kind === 'reply' ? `“${told.message ?? ''}”` : (told.statusText ?? 'Receipt');
	return [number, what].filter((word) => word !== '').join(' · ');
}

/** @param {unknown} body @returns {Record<string, string>} */
function fields(body) {
	if (typeof body !== 'string') return { .../** @type {Record<string, string>} */ (body) };
	try {
		return JSON.parse(body);
	} catch {
		return Object.fromEntries(new URLSearchParams(body));
	}
}

/** @param {unknown} body */
const payload = (body) => (typeof body === 'string' ? body : JSON.stringify(body, null, 2));

/** @param {Push} push */
function answerLine(push) {
	if (push.state === 'dropped') return 'Lost on purpose';
	const last = push.attempts.at(-1);
	if (!last) return 'Waiting';
	const answer = [last.status, last.answer].filter(
		(word) => word !== undefined && word !== null && word !== '',
	);
	const tries = push.attempts.length > 1 ? ` (${push.attempts.length} tries)` : '';
	const more = push.state === 'retrying' ? ', trying again' : '';
	return `${answer.join(' ') || 'No answer'}${tries}${more}`;
}

/** @param {Push} push */
function tone(push) {
	if (push.state === 'delivered') return 'good';
	return push.state === 'waiting' ? 'waiting' : 'bad';
}

/** @param {HTMLElement} row @param {string} selector */
const part = (row, selector) => /** @type {HTMLElement} */ (row.querySelector(selector));
