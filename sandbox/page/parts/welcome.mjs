import { html } from 'lit-html';
import { connectionCard } from './connection-card.mjs';

/** What a person sees before a phone is chosen: what this is and what to do. @param {import('../state.mjs').State} state */
export const welcome = ({ phones, endings }) => html`
	<div class="welcome scroll">
		${phones.length === 0
			? html`<h2>Waiting for the first SMS</h2>
					<p>
						Give n8n the address, login and key below and run a workflow that sends an SMS. The
						phones appear on the left, and you answer for their owners.
					</p>`
			: html`<h2>Choose a phone</h2>
					<p>Read its SMS, answer for its owner, or send STOP.</p>`}
		${connectionCard()}
		<h3>Numbers that fail on purpose</h3>
		<p class="faint">Every other number receives its SMS.</p>
		<dl class="endings">
			${endings.map(
				({ digits, meaning }) =>
					html`<div>
						<dt>…${digits}</dt>
						<dd>${meaning}</dd>
					</div>`,
			)}
		</dl>
	</div>
`;
