import { html, nothing } from 'lit-html';
import { unread } from '../read-marks.mjs';
import { phoneName, shortMoment } from '../wording.mjs';

/** @typedef {import('../state.mjs').Phone} Phone */

/** How many different tints the round marks of phones have. */
const tints = 6;

/** One phone in the list: number, last text, time, unread SMS. @param {Phone} phone @param {boolean} isOpen */
export function phoneRow(phone, isOpen) {
	const { phoneNumber, blacklisted } = phone;
	const last = phone.conversation.at(-1);
	const fresh = unread(phone);
	return html`
		<li class="phone-row" data-unread=${fresh > 0 ? 'yes' : nothing}>
			<a href="#/phones/${phoneNumber}" aria-current=${isOpen ? 'true' : nothing}>
				<span class="avatar" data-tint=${Number(phoneNumber.slice(-4)) % tints} aria-hidden="true"
					>${phoneNumber.slice(-2)}</span
				>
				<span class="phone-line">
					<span class="phone-name">${phoneName(phoneNumber)}</span>
					<time class="phone-time">${shortMoment(last?.at)}</time>
				</span>
				<span class="phone-line">
					<span class="phone-text" dir="auto">${last?.text ?? ''}</span>
					${blacklisted ? html`<span class="tag" data-tone="bad">STOP</span>` : nothing}
					${fresh > 0
						? html`<span class="badge" aria-label="${fresh} unread"
								>${fresh > 99 ? '99+' : fresh}</span
							>`
						: nothing}
				</span>
			</a>
		</li>
	`;
}
