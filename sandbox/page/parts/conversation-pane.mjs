import { html, nothing } from 'lit-html';
import { phoneName } from '../wording.mjs';
import { bubbleLog } from './bubble-log.mjs';
import { composer } from './composer.mjs';
import { icon } from './icon.mjs';
import { phoneWall } from './phone-wall.mjs';
import { welcome } from './welcome.mjs';

/** @typedef {import('../state.mjs').State} State */

/**
 * One phone as its owner sees it: the SMS, a field for a reply and STOP.
 *
 * @param {State} state
 * @param {string} number the phone that is open, '' = none
 */
export const conversationPane = (state, number) => html`
	<section class="conversation-pane" aria-label="Conversation">${content(state, number)}</section>
`;

/** @param {State} state @param {string} number */
function content(state, number) {
	if (state.phones.length === 0 && !/^\d+$/.test(number)) return welcome(state);
	return /^\d+$/.test(number) ? conversation(state, number) : phoneWall(state.phones);
}

/** @param {State} state @param {string} number */
function conversation({ phones, webhooks }, number) {
	const phone = phones.find((candidate) => candidate.phoneNumber === number);
	return html`
		<div class="conversation">
			<header class="conversation-head">
				<a href="#/phones" class="back" aria-label="All phones" title="All phones"
					>${icon('back')}</a
				>
				<h2>${phoneName(number)}</h2>
				${phone?.blacklisted
					? html`<span class="tag" data-tone="bad">Blacklisted by STOP</span>`
					: nothing}
			</header>
			${bubbleLog(number, phone?.conversation ?? [])}
			${webhooks.replyUrl === ''
				? html`<p class="advice">
						Replies are kept here but pushed nowhere yet:
						<a href="#/webhooks">set the reply address</a>.
					</p>`
				: nothing}
			${composer(phone ?? { phoneNumber: number, canReply: true })}
		</div>
	`;
}
