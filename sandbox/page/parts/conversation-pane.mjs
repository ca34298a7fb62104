import { html, nothing } from 'lit-html';
import { phoneName } from '../wording.mjs';
import { bubbleLog } from './bubble-log.mjs';
import { composer } from './composer.mjs';
import { icon } from './icon.mjs';
import { welcome } from './welcome.mjs';

/** @typedef {import('../state.mjs').State} State */

/**
 * One phone as its owner sees it: the SMS, a field for a reply and STOP.
 *
 * @param {State} state
 * @param {string} number the phone that is open, '' = none
 */
export const conversationPane = (state, number) => html`
	<section class="conversation-pane" aria-label="Conversation">
		${number === '' ? welcome(state) : conversation(state, number)}
	</section>
`;

/** @param {State} state @param {string} number */
function conversation({ phones, webhooks }, number) {
	const phone = phones.find((candidate) => candidate.phoneNumber === number);
	return html`
		<div class="conversation">
			<header class="conversation-head">
				<a href="#/phones" class="back" aria-label="All phones">${icon('back')}</a>
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
			${composer(number)}
		</div>
	`;
}
