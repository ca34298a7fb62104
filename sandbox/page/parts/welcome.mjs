import { html } from 'lit-html';
import { connectionCard } from './connection-card.mjs';

/** What a person sees before there is a phone: what this is and what to do. @param {import('../state.mjs').State} state */
export const welcome = ({ endings }) => html`
	<div class="welcome scroll">
		<h2>Waiting for the first SMS</h2>
		<p>
			Give n8n the address, login and key below and run a workflow that sends an SMS. The phones
			appear here side by side: you read what arrives, open its links, and answer for their owners.
		</p>
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
