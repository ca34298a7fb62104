import { z } from 'zod/v4';

import { pushFault, requestFault } from '../faults/fault.mts';
import { webhooks } from '../pushes/webhooks.mts';

/** ISO 8601. */
const instant = z.iso.datetime();

const smsStatus = z.enum([
	'scheduled',
	'accepted',
	'sent',
	'delivered',
	'undelivered',
	'rejected',
	'failed',
	'cancelled',
]);

/** An accepted SMS. */
export const message = z.strictObject({
	smsId: z.string(),
	campaignId: z.string(),
	/** Digits with country code. */
	phoneNumber: z.string(),
	/** What the phone shows as the sender. */
	sender: z.string(),
	/** The sender that was asked for; empty where none was. */
	requestedSender: z.string(),
	/** What the phone shows. */
	text: z.string(),
	status: smsStatus,
	acceptedAt: instant,
	scheduledFor: instant.nullable(),
	clientMessageId: z.string().nullable(),
	campaignName: z.string(),
	/** The login that it was sent with. */
	account: z.string(),
	flash: z.boolean(),
	/** The provider's code of the newest receipt. */
	receiptCode: z.number().nullable(),
});

/** An API request as the state has it: secrets masked, a long body cut. */
const shownRequest = z.strictObject({
	id: z.number(),
	at: instant,
	method: z.string(),
	/** Without the query string. */
	path: z.string(),
	query: z.string(),
	endpoint: z.string(),
	headers: z.record(z.string(), z.string()),
	body: z.string(),
	/** HTTP status of the answer; null without one. */
	status: z.number().nullable(),
	/** The provider's code in the answer. */
	code: z.string().nullable(),
	/** The fault that it met. */
	fault: z.string().nullable(),
	durationMs: z.number().nullable(),
});

/** An API request as it was received: secrets masked, the fields of its query and form apart. */
export const request = shownRequest.extend({ fields: z.record(z.string(), z.string()) });

/** A call to a webhook with all its tries. */
export const push = z.strictObject({
	id: z.string(),
	kind: z.enum(['deliveryReport', 'reply']),
	/** Its token is masked. */
	url: z.string(),
	method: webhooks.shape.method,
	encoding: webhooks.shape.encoding,
	body: z.record(z.string(), z.string()),
	attempts: z.array(
		z.strictObject({
			at: instant,
			/** HTTP status of the answer; null without one. */
			status: z.number().nullable(),
			/** Beginning of the answer, or why there is none. */
			answer: z.string(),
		}),
	),
	state: z.enum(['waiting', 'retrying', 'delivered', 'failed', 'dropped']),
});

/** The account or a sub-account, without its key. */
export const account = z.strictObject({
	login: z.string(),
	credits: z.number(),
	balance: z.number(),
	active: z.boolean(),
	email: z.string(),
	firstName: z.string(),
	lastName: z.string(),
	company: z.string(),
});

/** The faults that wait. */
export const faults = z.strictObject({ faults: z.array(z.union([pushFault, requestFault])) });

/** What became of an SMS from a phone. */
export const reply = z.strictObject({
	smsMoId: z.string(),
	/** The SMS that it answers; null where the phone got none. */
	smsId: z.string().nullable(),
	campaignId: z.string().nullable(),
	phoneNumber: z.string(),
	message: z.string(),
	blacklisted: z.boolean(),
});

const campaign = z.strictObject({
	campaignId: z.string(),
	name: z.string(),
	/** The sender that was asked for, or the short number. */
	sender: z.string(),
	/** Phones that show another sender than the one that was asked for. */
	otherSender: z.number(),
	/** With its markers. */
	message: z.string(),
	createdAt: instant,
	scheduledFor: instant.nullable(),
	recipients: z.number(),
	delivered: z.number(),
	pending: z.number(),
	failed: z.number(),
	cancelled: z.boolean(),
	account: z.string(),
	credits: z.number(),
	/** In euro. */
	cost: z.number(),
	segments: z.number(),
	invalidNumbers: z.array(z.string()).readonly(),
});

const line = z.discriminatedUnion('direction', [
	z.strictObject({
		direction: z.literal('out'),
		text: z.string(),
		segments: z.number(),
		sender: z.string(),
		requestedSender: z.string(),
		smsId: z.string(),
		campaignId: z.string(),
		status: smsStatus,
		at: instant,
		scheduledFor: instant.nullable(),
	}),
	z.strictObject({ direction: z.literal('in'), text: z.string(), at: instant }),
]);

/** A phone with its conversation, oldest first. */
const phone = z.strictObject({
	phoneNumber: z.string(),
	blacklisted: z.boolean(),
	/** Whether it has an SMS that it can answer, or none at all; STOP always leaves. */
	canReply: z.boolean(),
	conversation: z.array(line),
});

const list = z.strictObject({
	listName: z.string(),
	locked: z.boolean(),
	account: z.string(),
	/** Each with its `phoneNumber` and the fields that it was given. */
	contacts: z.array(z.record(z.string(), z.string())),
});

const voiceMessage = z.strictObject({
	smsId: z.string(),
	campaignId: z.string(),
	owner: z.string(),
	campaignName: z.string(),
	phoneNumber: z.string(),
	from: z.string(),
	audioUrl: z.string(),
	at: instant,
	scheduledFor: instant.nullable(),
	status: smsStatus,
});

/** The sandbox's own clock. */
export const clock = z.strictObject({
	now: instant,
	/** `YYYY-MM-DD HH:MM:SS` in its zone, as the provider writes times. */
	local: z.string(),
	/** Of all times that the provider writes. */
	zone: z.string(),
	/** How far it is ahead of the real clock; negative where it is behind. */
	aheadSeconds: z.number(),
});

/** Everything that the page shows. */
export const state = z.strictObject({
	clock,
	account,
	/** The one where something happened last stands first. */
	phones: z.array(phone),
	campaigns: z.array(campaign),
	webhooks,
	pushes: z.array(push),
	requests: z.array(shownRequest),
	faults: faults.shape.faults,
	lists: z.array(list),
	subAccounts: z.array(account),
	voiceMessages: z.array(voiceMessage),
	/** What one SMS part costs. */
	prices: z.array(
		z.strictObject({
			isoCode: z.string(),
			/** Calling code. */
			prefix: z.string(),
			credits: z.number(),
			euro: z.number(),
		}),
	),
	endings: z.array(z.strictObject({ digits: z.string(), meaning: z.string() })),
});

export type Message = z.output<typeof message>;
export type ShownRequest = z.output<typeof request>;
export type ShownPush = z.output<typeof push>;
export type ShownAccount = z.output<typeof account>;
export type ShownClock = z.output<typeof clock>;
export type TakenReply = z.output<typeof reply>;
export type State = z.output<typeof state>;
