import { randomUUID } from 'node:crypto';

import type { Account } from '../accounts/account.mts';
import { PLACEHOLDER, replaceUrls } from '../links/link-book.mts';
import type { SendOrder } from '../payload/sms-data.mts';
import type { Sandbox } from '../sandbox.mts';
import type { Api } from '../text/markers.mts';
import { SHORT_NUMBER, type Campaign, type Sms } from './campaign.mts';
import { quote, type Quote } from './quote.mts';
import type { Refusal } from './refusal.mts';

/** 3 to 11 letters, digits and spaces, beginning with a letter; all else becomes the short number. */
const SENDER = /^[A-Za-z][A-Za-z0-9 ._-]{2,10}$/;

const senderOf = (given: string): string => (SENDER.test(given) ? given : SHORT_NUMBER);

/** Reckons an order of an account without carrying it out. */
export function reckon(
	sandbox: Sandbox,
	account: Account,
	order: SendOrder,
	api: Api,
): Quote | Refusal {
	return quote(order, {
		api,
		longestText: sandbox.settings.longestText,
		creditsLeft: account.credits,
		isBlacklisted: (phoneNumber) => sandbox.blacklist.has(account.login, phoneNumber),
		asSent: (text) =>
			order.trackLinks ? replaceUrls(text, () => sandbox.shortAddress(PLACEHOLDER)) : text,
	});
}

function campaignOf(
	sandbox: Sandbox,
	account: Account,
	order: SendOrder,
	api: Api,
	reckoned: Quote,
): Campaign {
	const sms: Sms[] = [];
	const campaign: Campaign = {
		campaignId: sandbox.campaigns.nextCampaignId(),
		owner: account.login,
		api,
		name: order.campaignName,
		sender: senderOf(order.sender),
		template: order.message,
		createdAt: Date.now(),
		scheduledFor: reckoned.scheduledFor,
		clientMessageId: order.clientMessageId,
		flash: order.flash,
		credits: reckoned.credits,
		segments: reckoned.segments,
		invalidNumbers: reckoned.invalidNumbers,
		sms,
		cancelledAt: null,
		departed: false,
	};
	const status = reckoned.scheduledFor === null ? 'accepted' : 'scheduled';
	const shorten = (url: string): string =>
		sandbox.shortAddress(sandbox.links.add(url, campaign.campaignId).code);
	for (const quoted of reckoned.sms) {
		const { phoneNumber } = quoted;
		const text = order.trackLinks ? replaceUrls(quoted.text, shorten) : quoted.text;
		sms.push({ smsId: randomUUID(), campaign, phoneNumber, text, status, receipt: null });
	}
	return campaign;
}

/** Carries out an order: charges the account, and lets the SMS leave now or when they are due. */
export function sendCampaign(
	sandbox: Sandbox,
	account: Account,
	order: SendOrder,
	api: Api,
): Campaign | Refusal {
	const reckoned = reckon(sandbox, account, order, api);
	if (reckoned.kind === 'refused') return reckoned;
	const campaign = campaignOf(sandbox, account, order, api, reckoned);
	sandbox.accounts.charge(account, campaign.credits);
	sandbox.campaigns.add(campaign);
	if (campaign.scheduledFor === null) sandbox.depart(campaign);
	else sandbox.departures.await(campaign);
	sandbox.changes.raise();
	return campaign;
}

/** Takes back a campaign that did not leave yet, and returns its credits. */
export function cancelCampaign(sandbox: Sandbox, account: Account, campaign: Campaign): boolean {
	if (campaign.departed || campaign.cancelledAt !== null) return false;
	campaign.cancelledAt = Date.now();
	for (const sms of campaign.sms) sms.status = 'cancelled';
	sandbox.departures.cancel(campaign);
	sandbox.accounts.charge(account, -campaign.credits);
	sandbox.changes.raise();
	return true;
}

/** Whether an order was carried out. */
export const isCampaign = (result: Campaign | Refusal): result is Campaign =>
	'campaignId' in result;
