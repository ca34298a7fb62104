import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { dayName } from '../sandbox-time.mjs';
import { unread } from '../read-marks.mjs';
import { phoneName } from '../wording.mjs';
import { bubble } from './bubble.mjs';
import { composer } from './composer.mjs';

/** @typedef {import('../state.mjs').Phone} Phone */

/** SMS that a small screen has room for. */
const shown = 4;

/** One phone among others: its last SMS and a field for a reply. @param {Phone} phone */
export function wallPhone(phone) {
	const { phoneNumber, conversation, blacklisted } = phone;
	const first = Math.max(0, conversation.length - shown);
	const last = conversation.slice(first).map((message, offset) => ({
		message,
		index: first + offset,
		day: dayName(message.at),
	}));
	const fresh = unread(phone);
	return html`
		<section
			class="card wall-phone"
			aria-label=${phoneName(phoneNumber)}
			data-number=${phoneNumber}
			data-roving-group
		>
			<header>
				<a class="wall-name" href="#/phones/${phoneNumber}">${phoneName(phoneNumber)}</a>
				${blacklisted ? html`<span class="tag" data-tone="bad">STOP</span>` : nothing}
				${fresh > 0
					? html`<span class="badge" role="img" aria-label="${fresh} unread"
							>${fresh > 99 ? '99+' : fresh}</span
						>`
					: nothing}
			</header>
			<div class="wall-log">
				${repeat(
					last,
					({ index }) => index,
					({ message, day }, place) =>
						bubble(message, day !== (last[place - 1]?.day ?? 'Today') ? day : ''),
				)}
			</div>
			${composer(phone)}
		</section>
	`;
}
