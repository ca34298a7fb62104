import { randomUUID } from 'node:crypto';

import type { Account } from '../accounts/account.mts';
import { PLACEHOLDER, replaceUrls } from '../links/link-book.mts';
import type { SendOrder } from '../payload/sms-data.mts';
import type { Sandbox } from '../sandbox.mts';
import type { Api } from '../text/markers.mts';
import type { Campaign, Sms } from './campaign.mts';
import { quote, type Quote } from './quote.mts';
import { refuse, type Refusal } from './refusal.mts';
import { shownSender } from './sender.mts';

/** Reckons an order of an account without carrying it out. */
export function reckon(
	sandbox: Sandbox,
	account: Account,
	order: SendOrder,
	api: Api,
): Quote | Refusal {
	return quote(order, {
		api,
		now: sandbox.clock.now(),
		longestText: sandbox.settings.longestText,
		creditsLeft: account.credits,
		refusesPartly: sandbox.habits.partialSend === 'refused',
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
		requestedSender: order.sender,
		template: order.message,
		createdAt: sandbox.clock.now(),
		scheduledFor: reckoned.scheduledFor,
		clientMessageId: order.clientMessageId,
		flash: order.flash,
		credits: reckoned.credits,
		segments: reckoned.segments,
		invalidNumbers: reckoned.invalidNumbers,
		sms,
		cancelledAt: null,
		place: sandbox.nextPlace(),
		departedAt: null,
	};
	const status = reckoned.scheduledFor === null ? 'accepted' : 'scheduled';
	const shorten = (url: string): string =>
		sandbox.shortAddress(sandbox.links.add(url, campaign.campaignId).code);
	for (const quoted of reckoned.sms) {
		const { phoneNumber, segments } = quoted;
		const text = order.trackLinks ? replaceUrls(quoted.text, shorten) : quoted.text;
		const sender = shownSender(order.sender, text, phoneNumber);
		sms.push({
			smsId: randomUUID(),
			campaign,
			phoneNumber,
			text,
			segments,
			sender,
			status,
			receipt: null,
		});
	}
	return campaign;
}

/**
 * Carries out an order: charges the account, and lets the SMS leave now or when they are due. An
 * identifier that an accepted order had before gets 121, whatever the rest of the order.
 */
export function sendCampaign(
	sandbox: Sandbox,
	account: Account,
	order: SendOrder,
	api: Api,
): Campaign | Refusal {
	const identifier =
		order.uniqueIdentifier === null
			? null
			: JSON.stringify([account.login, order.uniqueIdentifier]);
	if (identifier !== null && sandbox.uniqueIdentifiers.has(identifier)) return refuse(121);
	const reckoned = reckon(sandbox, account, order, api);
	if (reckoned.kind === 'refused') return reckoned;
	if (identifier !== null) sandbox.uniqueIdentifiers.add(identifier);
	const campaign = campaignOf(sandbox, account, order, api, reckoned);
	sandbox.accounts.charge(account, campaign.credits);
	sandbox.campaigns.add(campaign);
	if (campaign.scheduledFor === null) sandbox.depart(campaign);
	else sandbox.departLater(campaign, campaign.scheduledFor);
	sandbox.changes.raise();
	return campaign;
}

/** Takes back a campaign that did not leave yet, and returns its credits. */
export function cancelCampaign(sandbox: Sandbox, account: Account, campaign: Campaign): boolean {
	if (campaign.departedAt !== null || campaign.cancelledAt !== null) return false;
	campaign.cancelledAt = sandbox.clock.now();
	campaign.place = sandbox.nextPlace();
	for (const sms of campaign.sms) sms.status = 'cancelled';
	sandbox.accounts.charge(account, -campaign.credits);
	sandbox.changes.raise();
	return true;
}

/** Whether an order was carried out. */
export const isCampaign = (result: Campaign | Refusal): result is Campaign =>
	'campaignId' in result;
