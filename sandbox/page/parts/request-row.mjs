import { html } from 'lit-html';
import { redraw } from '../redraw.mjs';
import { requestText } from '../request-text.mjs';
import { clockWithSeconds } from '../sandbox-time.mjs';
import { timeMark } from './time-mark.mjs';

/** @typedef {import('../state.mjs').ApiRequest} ApiRequest */

/** Requests that a reader opened. A campaign's request is long: it is written only for a reader. @type {Set<string>} */
const opened = new Set();

/** What a request is called here: its number alone begins anew after a reset. @param {ApiRequest} request */
const nameOf = ({ id, at }) => `${id} ${at}`;

/** @param {Event} event @param {ApiRequest} request */
function noteToggle(event, request) {
	const { open } = /** @type {HTMLDetailsElement} */ (event.currentTarget);
	const name = nameOf(request);
	if (open === opened.has(name)) return;
	if (open) opened.add(name);
	else opened.delete(name);
	redraw();
}

/** One API request: its line, and when opened everything the sandbox kept of it. @param {ApiRequest} request */
export const requestRow = (request) => html`
	<li class="request-row" data-roving-group>
		<details
			.open=${opened.has(nameOf(request))}
			@toggle=${(/** @type {Event} */ event) => noteToggle(event, request)}
		>
			<summary>
				${timeMark(request.at, clockWithSeconds(request.at))}
				<span class="request-method">${request.method}</span>
				<span class="request-path">${request.path}</span>
				<span class="request-answer" data-tone=${tone(request)}>${answerLine(request)}</span>
			</summary>
			<pre class="payload" tabindex="0">
${opened.has(nameOf(request)) ? requestText(request) : ''}</pre
			>
		</details>
	</li>
`;

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
