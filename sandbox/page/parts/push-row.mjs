import { html, nothing } from 'lit-html';
import { clockWithSeconds } from '../sandbox-time.mjs';
import { phoneName } from '../wording.mjs';
import { icon } from './icon.mjs';
import { timeMark } from './time-mark.mjs';

/** @typedef {import('../state.mjs').Push} Push */

/** One push to a webhook: what it told, how often it was tried and what was answered. @param {Push} push */
export const pushRow = (push) => html`
	<li class="push-row" data-roving-group>
		<details>
			<summary>
				${icon(push.kind === 'reply' ? 'reply' : 'receipt')}
				<span class="push-title" dir="auto">${headline(push)}</span>
				<span class="push-answer" data-tone=${tone(push)}>${answerLine(push)}</span>
				${lastTry(push)}
			</summary>
			<p class="push-url">${push.method} ${push.url}</p>
			<pre class="payload" tabindex="0">${payload(push.body)}</pre>
			<ol class="attempts" aria-label="Attempts">
				${push.attempts.map((attempt) => html`<li>${attemptLine(attempt)}</li>`)}
			</ol>
		</details>
	</li>
`;

/** @param {Push} push */
function lastTry({ attempts }) {
	const at = attempts.at(-1)?.at;
	return at === undefined ? nothing : timeMark(at, clockWithSeconds(at));
}

/** @param {import('../state.mjs').Attempt} attempt */
const attemptLine = ({ at, status, answer }) =>
	[clockWithSeconds(at), status ?? '', answer ?? ''].filter((word) => word !== '').join(' · ');

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
