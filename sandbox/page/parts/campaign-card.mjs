import { element, setAttribute, setText } from '../element.mjs';
import { count, moment } from '../wording.mjs';

/** @typedef {import('../state.mjs').Campaign} Campaign */

/** One campaign: its text, to how many it went, and a bar of delivered, pending and failed. */
export const campaignCard = {
	/** @param {Campaign} campaign */
	create: (campaign) =>
		element(
			'li',
			{ class: 'card campaign-card' },
			element(
				'header',
				{},
				element('h3', { dir: 'auto' }, campaign.name || 'Without a name'),
				element('span', { class: 'tag' }),
			),
			element('p', { class: 'campaign-text', dir: 'auto' }, campaign.message),
			element(
				'div',
				{ class: 'bar', 'aria-hidden': 'true' },
				element('span', { 'data-tone': 'good' }),
				element('span', { 'data-tone': 'bad' }),
				element('span', { 'data-tone': 'waiting' }),
			),
			element('p', { class: 'campaign-counts' }),
			element('p', { class: 'faint campaign-sender', hidden: true }),
			element('p', { class: 'faint campaign-foot' }),
		),

	/** @param {HTMLElement} card @param {Campaign} campaign */
	update(card, campaign) {
		const { label, tone } = stage(campaign);
		setText(part(card, '.tag'), label);
		setAttribute(part(card, '.tag'), 'data-tone', tone);
		part(card, '.bar [data-tone="good"]').style.flexGrow = String(campaign.delivered);
		part(card, '.bar [data-tone="bad"]').style.flexGrow = String(campaign.failed);
		part(card, '.bar [data-tone="waiting"]').style.flexGrow = String(campaign.pending);
		setText(part(card, '.campaign-counts'), counts(campaign));
		setAttribute(part(card, '.campaign-sender'), 'hidden', campaign.otherSender === 0);
		setText(part(card, '.campaign-sender'), otherSender(campaign));
		setText(part(card, '.campaign-foot'), foot(campaign));
	},
};

/** @param {Campaign} campaign */
function stage(campaign) {
	if (campaign.cancelled) return { label: 'Cancelled', tone: 'off' };
	if (campaign.scheduledFor && new Date(campaign.scheduledFor) > new Date()) {
		return { label: `Scheduled for ${moment(campaign.scheduledFor)}`, tone: 'waiting' };
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
const otherSender = ({ otherSender: phones, sender }) =>
	`${count(phones, 'phone shows', 'phones show')} 36180 in place of “${sender}”: ` +
	'a name has 3 to 11 letters and digits, and in France a text with “STOP au 36180”';

/** @param {Campaign} campaign */
const foot = ({ createdAt, sender, campaignId }) =>
	`${moment(createdAt)} · from ${sender || 'the short number 36180'} · ${campaignId}`;

/** @param {HTMLElement} card @param {string} selector */
const part = (card, selector) => /** @type {HTMLElement} */ (card.querySelector(selector));
