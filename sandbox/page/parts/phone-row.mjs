import { html, nothing } from 'lit-html';
import { unread } from '../read-marks.mjs';
import { shortMoment } from '../sandbox-time.mjs';
import { phoneName } from '../wording.mjs';
import { timeMark } from './time-mark.mjs';

/** @typedef {import('../state.mjs').Phone} Phone */

/** How many different tints the round marks of phones have. */
const tints = 6;

/** One phone in the list: number, last text, time, unread SMS. @param {Phone} phone @param {boolean} isOpen */
export function phoneRow(phone, isOpen) {
	const { phoneNumber, blacklisted } = phone;
	const last = phone.conversation.at(-1);
	const when = last?.status === 'scheduled' ? last.scheduledFor : last?.at;
	const fresh = unread(phone);
	return html`
		<li class="phone-row" data-roving-group data-unread=${fresh > 0 ? 'yes' : nothing}>
			<a href="#/phones/${phoneNumber}" aria-current=${isOpen ? 'true' : nothing}>
				<span class="avatar" data-tint=${Number(phoneNumber.slice(-4)) % tints} aria-hidden="true"
					>${phoneNumber.slice(-2)}</span
				>
				<span class="phone-line">
					<span class="phone-name">${phoneName(phoneNumber)}</span>
					${timeMark(when, shortMoment(when), 'phone-time')}
				</span>
				<span class="phone-line">
					<span class="phone-text" dir="auto">${last?.text ?? ''}</span>
					${blacklisted ? html`<span class="tag" data-tone="bad">STOP</span>` : nothing}
					${fresh > 0
						? html`<span class="badge" role="img" aria-label="${fresh} unread"
								>${fresh > 99 ? '99+' : fresh}</span
							>`
						: nothing}
				</span>
			</a>
		</li>
	`;
}
