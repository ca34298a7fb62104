import { element, setAttribute, setText } from '../element.mjs';
import { requestText } from '../request-text.mjs';
import { clockWithSeconds } from '../wording.mjs';

/** @typedef {import('../state.mjs').ApiRequest} ApiRequest */

/** @type {WeakMap<HTMLElement, ApiRequest>} */
const latest = new WeakMap();

/** A campaign's request is long: it is read only for a reader. @param {HTMLElement} row */
function fill(row) {
	const request = latest.get(row);
	if (request && part(row, 'details').hasAttribute('open')) {
		setText(part(row, '.payload'), requestText(request));
	}
}

/** One API request: its line, and when opened everything the sandbox kept of it. */
export const requestRow = {
	/** @param {ApiRequest} request */
	create(request) {
		const row = element(
			'li',
			{ class: 'request-row' },
			element(
				'details',
				{ ontoggle: () => fill(row) },
				element(
					'summary',
					{},
					element('time', {}, clockWithSeconds(request.at)),
					element('span', { class: 'request-method' }, request.method),
					element('span', { class: 'request-path' }, request.path),
					element('span', { class: 'request-answer' }),
				),
				element('pre', { class: 'payload', tabindex: '0' }),
			),
		);
		return row;
	},

	/** @param {HTMLElement} row @param {ApiRequest} request */
	update(row, request) {
		const answer = part(row, '.request-answer');
		setText(answer, answerLine(request));
		setAttribute(answer, 'data-tone', tone(request));
		latest.set(row, request);
		fill(row);
	},
};

/** @param {ApiRequest} request */
const answerLine = ({ status, code, fault, durationMs }) =>
	[
		fault,
		status ?? 'no answer',
		code !== null && `code ${code}`,
		durationMs !== null && `${durationMs.toLocaleString()} ms`,
	]
		.filter((word) => word !== null && word !== false)
		.join(' · ');

/** Codes from 102 to 199 are refusals under HTTP 200. @param {ApiRequest} request */
function tone({ status, code }) {
	const refused = Number(code) >= 102 && Number(code) < 200;
	return status !== null && status >= 200 && status < 300 && !refused ? 'good' : 'bad';
}

/** @param {HTMLElement} row @param {string} selector */
const part = (row, selector) => /** @type {HTMLElement} */ (row.querySelector(selector));
