import { element, setAttribute, setText } from '../element.mjs';
import { clockWithSeconds } from '../wording.mjs';

/** @typedef {import('../state.mjs').ApiRequest} ApiRequest */

/** One API request: its line, and when opened everything the sandbox kept of it. */
export const requestRow = {
	/** @param {ApiRequest} request */
	create: (request) =>
		element(
			'li',
			{ class: 'request-row' },
			element(
				'details',
				{},
				element(
					'summary',
					{},
					element('time', {}, clockWithSeconds(request.at)),
					element('span', { class: 'request-method' }, String(request.method ?? '')),
					element('span', { class: 'request-path' }, String(request.path ?? '')),
					element('span', { class: 'request-answer' }),
				),
				element('pre', { class: 'payload', tabindex: '0' }),
			),
		),

	/** @param {HTMLElement} row @param {ApiRequest} request */
	update(row, request) {
		const answer = part(row, '.request-answer');
		const status = Number(request.status);
		setText(answer, answerLine(request));
		setAttribute(answer, 'data-tone', status >= 200 && status < 300 ? 'good' : 'bad');
		setText(part(row, '.payload'), JSON.stringify(request, null, 2));
	},
};

/** @param {ApiRequest} request */
const answerLine = ({ status, fault }) =>
	[status, fault]
		.filter((word) => word !== undefined && word !== null && word !== '')
		.join(' · ') || 'No answer';

/** @param {HTMLElement} row @param {string} selector */
const part = (row, selector) => /** @type {HTMLElement} */ (row.querySelector(selector));
