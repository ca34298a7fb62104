import type { Account } from '../accounts/account.mts';
import type { Campaign, Sms } from '../campaigns/campaign.mts';
import { SHORT_NUMBER } from '../campaigns/sender.mts';
import { inEuro } from '../numbers/countries.mts';
import type { ContactList } from '../lists/list-book.mts';
import { readForm } from '../payload/form.mts';
import type { Push } from '../pushes/push.mts';
import { maskSecrets } from '../requests/mask-secrets.mts';
import type { RecordedRequest } from '../requests/request-log.mts';
import { voiceStatus, type VoiceMessage } from '../voice/voice-message.mts';
import type { Message, ShownAccount, ShownPush, ShownRequest, State } from './outputs.mts';

/** ISO 8601 of an instant (ms). */
export const iso = (at: number): string => new Date(at).toISOString();

const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** An SMS as `GET /_sandbox/messages` shows it. */
export const messageView = ({
	smsId,
	campaign,
	phoneNumber,
	sender,
	text,
	status,
	receipt,
}: Sms): Message => ({
	smsId,
	campaignId: campaign.campaignId,
	phoneNumber,
	sender,
	text,
	status,
	acceptedAt: iso(campaign.createdAt),
	scheduledFor: isoOrNull(campaign.scheduledFor),
	clientMessageId: campaign.clientMessageId,
	campaignName: campaign.name,
	requestedSender: campaign.requestedSender,
	account: campaign.owner,
	flash: campaign.flash,
	receiptCode: receipt?.code ?? null,
});

const FAILED = new Set(['undelivered', 'rejected', 'failed']);

/** A campaign as the page shows it. */
export function campaignView(campaign: Campaign): State['campaigns'][number] {
	const count = (matches: (sms: Sms) => boolean): number => campaign.sms.filter(matches).length;
	const delivered = count(({ status }) => status === 'delivered');
	const failed = count(({ status }) => FAILED.has(status));
	const cancelled = campaign.cancelledAt !== null;
	return {
		campaignId: campaign.campaignId,
		name: campaign.name,
		sender: campaign.requestedSender || SHORT_NUMBER,
		otherSender:
			campaign.requestedSender === ''
				? 0
				: count(({ sender }) => sender !== campaign.requestedSender),
		message: campaign.template,
		createdAt: iso(campaign.createdAt),
		scheduledFor: isoOrNull(campaign.scheduledFor),
		recipients: campaign.sms.length,
		delivered,
		pending: cancelled ? 0 : campaign.sms.length - delivered - failed,
		failed,
		cancelled,
		account: campaign.owner,
		credits: campaign.credits,
		cost: inEuro(campaign.credits),
		segments: campaign.segments,
		invalidNumbers: campaign.invalidNumbers,
	};
}

/** An account as the page shows it, without its key. */
export const accountView = ({
	login,
	credits,
	balance,
	active,
	profile,
}: Account): ShownAccount => ({
	login,
	credits,
	balance,
	active,
	email: profile.get('EMAIL') ?? '',
	firstName: profile.get('FIRSTNAME') ?? '',
	lastName: profile.get('LASTNAME') ?? '',
	company: profile.get('SOCIETY') ?? '',
});

/** A contact list as the page shows it. */
export const listView = ({
	listName,
	locked,
	contacts,
	owner,
}: ContactList): State['lists'][number] => ({
	listName,
	locked,
	account: owner,
	contacts: [...contacts].map(([phoneNumber, contact]) => ({
		phoneNumber,
		...Object.fromEntries(contact),
	})),
});

/** A voice message as the page shows it. */
export const voiceView = (message: VoiceMessage, now: number): State['voiceMessages'][number] => ({
	...message,
	at: iso(message.at),
	scheduledFor: isoOrNull(message.scheduledFor),
	status: voiceStatus(message, now),
});

/** A push as the page shows it; the token of its address is masked. */
export const pushView = (push: Push): ShownPush => ({
	...push,
	url: maskSecrets(push.url, []),
});

/** A request with its fields apart, where its body is a form or the fields of a multipart body. */
export function requestView(request: RecordedRequest): ShownRequest {
	const isForm = /^[\w.[\]-]+=/.test(request.body);
	return {
		...request,
		fields: {
			...Object.fromEntries(readForm(latin1(request.query))),
			...(isForm ? Object.fromEntries(readForm(latin1(request.body))) : {}),
		},
	};
}

/** Text as the bytes that the form reader takes. */
const latin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
