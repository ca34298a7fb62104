import { html, nothing } from 'lit-html';
import {
	clock as clockTime,
	dateFromToday,
	exactly,
	exactlyWithZone,
	dateAtAGlance,
	moment,
	sandboxNow,
	timeZone,
	zoneName,
} from '../sandbox-time.mjs';
import { sandbox } from '../sandbox-api.mjs';
import { icon } from './icon.mjs';
import { showNotice } from './notice.mjs';

/** @typedef {import('../state.mjs').State} State */
/** @typedef {Parameters<typeof sandbox.moveClock>[0]} Move */

/** @param {Move} change */
async function move(change) {
	try {
		const { now } = await sandbox.moveClock(change);
		showNotice(`The sandbox’s clock shows ${exactly(now)}, ${zoneName}`);
	} catch (error) {
		showNotice(error, 'bad');
	}
}

/** @param {SubmitEvent} event */
function moveAsTyped(event) {
	event.preventDefault();
	const form = /** @type {HTMLFormElement} */ (event.currentTarget);
	void move({ now: String(new FormData(form).get('moment') ?? '') });
}

/** What opens the menu: the sandbox's time at a glance. @param {State} state */
export const clockButton = ({ clock }) => html`
	<button
		type="button"
		class="button quiet clock-button"
		popovertarget="clock-menu"
		data-moved=${isMoved(clock) ? 'yes' : nothing}
		title=${exactlyWithZone(sandboxNow())}
	>
		${icon('scheduled')}<span class="unseen">Sandbox clock: </span
		><span class="clock-date">${dateAtAGlance(sandboxNow())}</span
		><span>${clockTime(sandboxNow())}</span><span class="clock-zone">Paris</span>
	</button>
`;

/** Where the clock is moved to. @param {State} state */
export function clockMenu({ clock, campaigns }) {
	const next = nextDeparture(campaigns);
	return html`
		<h2 id="clock-title">Sandbox clock</h2>
		<p class="clock-now">${exactly(sandboxNow())}</p>
		<p class="faint">${timeZone} · ${distance(clock)}</p>
		<div class="clock-moves">
			${moveButton('+1 hour', { advanceSeconds: 3_600 })}
			${moveButton('Tomorrow 8:00', { now: `${dateFromToday(1)} 08:00` })}
			${next === null
				? nothing
				: moveButton(`Next scheduled SMS: ${moment(next)}`, { now: next }, 'wide')}
			${isMoved(clock) ? moveButton('Back to the real time', { now: null }, 'wide') : nothing}
		</div>
		<form class="clock-form" @submit=${moveAsTyped}>
			<label for="clock-moment">Move to (${zoneName})</label>
			<input
				id="clock-moment"
				name="moment"
				type="datetime-local"
				required
				value="${dateFromToday(0)}T20:00"
			/>
			<button class="button">Move</button>
		</form>
		<p class="faint">
			Scheduled SMS leave when this clock passes their time, and receipts follow. n8n keeps the real
			time.
		</p>
	`;
}

/** @param {string} label @param {Move} change @param {string} [className] */
const moveButton = (label, change, className = '') => html`
	<button type="button" class="button ${className}" @click=${() => move(change)}>${label}</button>
`;

/** A clock that was never moved may be a second off: it is told in whole seconds. @param {State['clock']} clock */
const isMoved = ({ aheadSeconds }) => aheadSeconds !== 0;

/** @param {State['campaigns']} campaigns @returns {string | null} */
function nextDeparture(campaigns) {
	const now = sandboxNow().toISOString();
	const due = campaigns
		.filter(({ cancelled, scheduledFor }) => !cancelled && (scheduledFor ?? '') > now)
		.map(({ scheduledFor }) => scheduledFor ?? '');
	return due.sort()[0] ?? null;
}

/** @param {State['clock']} clock */
function distance(clock) {
	if (!isMoved(clock)) return 'the real time';
	const minutes = Math.round(Math.abs(clock.aheadSeconds) / 60);
	const parts = [
		[Math.floor(minutes / 1_440), 'd'],
		[Math.floor((minutes % 1_440) / 60), 'h'],
		[minutes % 60, 'min'],
	].filter(([value]) => value !== 0);
	const text = parts.map(([value, unit]) => `${value} ${unit}`).join(' ') || 'less than a minute';
	return `${text} ${clock.aheadSeconds > 0 ? 'ahead of' : 'behind'} the real time`;
}
