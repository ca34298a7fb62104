import { html, nothing } from 'lit-html';
import { searchFor } from '../phone-search.mjs';
import { moment, sandboxNow, zoneName } from '../sandbox-time.mjs';
import { count, inEuro } from '../wording.mjs';

/** @typedef {import('../state.mjs').Campaign} Campaign */

/** One campaign: its text, to how many it went, and a bar of delivered, failed and pending. @param {Campaign} campaign */
export function campaignCard(campaign) {
	const { label, tone } = stage(campaign);
	return html`
		<li class="card campaign-card">
			<header>
				<h3 dir="auto">${campaign.name || 'Without a name'}</h3>
				<span class="tag" data-tone=${tone}>${label}</span>
			</header>
			<p class="campaign-text" dir="auto">${campaign.message}</p>
			<div class="bar" aria-hidden="true">
				${share('good', campaign.delivered)} ${share('bad', campaign.failed)}
				${share('waiting', campaign.pending)}
			</div>
			<p class="campaign-counts">${counts(campaign)}</p>
			<p class="faint campaign-cost">${cost(campaign)}</p>
			${campaign.otherSender > 0
				? html`<p class="faint campaign-sender">${otherSender(campaign)}</p>`
				: nothing}
			<p class="faint campaign-foot">
				<span>${foot(campaign)}</span>
				<a
					href="#/phones/side-by-side"
					aria-label="Its phones: ${campaign.name || campaign.campaignId}"
					@click=${() => searchFor(campaign.campaignId)}
					>Its phones</a
				>
			</p>
		</li>
	`;
}

/** @param {string} tone @param {number} phones */
const share = (tone, phones) => html`<span data-tone=${tone} style="flex-grow: ${phones}"></span>`;

/** @param {Campaign} campaign */
function stage(campaign) {
	if (campaign.cancelled) return { label: 'Canceled', tone: 'off' };
	if (campaign.scheduledFor && new Date(campaign.scheduledFor) > sandboxNow()) {
		return { label: `Scheduled for ${moment(campaign.scheduledFor)} ${zoneName}`, tone: 'waiting' };
	}
	return campaign.pending > 0
		? { label: 'Receipts on their way', tone: 'waiting' }
		: { label: 'Done', tone: 'good' };
}

/** @param {Campaign} campaign */
const counts = ({ recipients, delivered, pending, failed }) =>
	[
		count(recipients, 'recipient'),
		`${delivered.toLocaleString()} delivered`,
		`${failed.toLocaleString()} failed`,
		`${pending.toLocaleString()} pending`,
	].join(' · ');

/** @param {Campaign} campaign */
const cost = ({ segments, credits, cost: euro, cancelled }) =>
	`${count(segments, 'SMS part')} · ${count(credits, 'credit')} · ${inEuro(euro)}` +
	(cancelled ? ' · given back' : '');

/** @param {Campaign} campaign */
const otherSender = ({ otherSender: phones, sender }) =>
	`${count(phones, 'phone shows', 'phones show')} 36180 in place of “${sender}”: ` +
	'a name has 3 to 11 letters and digits, and in France a text with “STOP au 36180”';

/** @param {Campaign} campaign */
const foot = ({ createdAt, sender, campaignId }) =>
	`${moment(createdAt)} ${zoneName} · from ${sender || 'the short number 36180'} · ${campaignId}`;
