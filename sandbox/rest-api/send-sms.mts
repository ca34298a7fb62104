import { randomUUID } from 'node:crypto';

import { STATUS_TEXTS } from '../campaigns/refusal.mts';
import { isCampaign, reckon, sendCampaign } from '../campaigns/send-campaign.mts';
import type { ApiAnswer } from '../http-api/answer-call.mts';
import { inEuro } from '../numbers/countries.mts';
import type { PayloadRecipient, SendOrder } from '../payload/sms-data.mts';
import { refusedSend, REST_CODES, restAnswer, restRefusal, type RestFields } from './answer.mts';
import { alertingOf, isSet, wordOf, type RestCall } from './call.mts';

/** `param1`, `param2`, … of a recipient. */
function valuesOf(recipient: RestFields): ReadonlyMap<number, string> {
	const values = new Map<number, string>();
	for (const [key, value] of Object.entries(recipient)) {
		const [, digits] = /^param([1-9]\d{0,3})$/i.exec(key) ?? [];
		if (digits === undefined || value === null || typeof value === 'object') continue;
		values.set(Number(digits), String(value));
	}
	return values;
}

/** A recipient is its number, or an object with `mobilePhone` and values. */
function recipientOf(value: unknown): PayloadRecipient {
	if (typeof value !== 'object' || value === null) {
		return { mobilePhone: String(value ?? '').trim(), values: new Map() };
	}
	const recipient = { ...value };
	return { mobilePhone: wordOf(recipient, 'mobilePhone'), values: valuesOf(recipient) };
}

function orderOf({ body }: RestCall, recipients: readonly PayloadRecipient[]): SendOrder {
	return {
		message: typeof body.text === 'string' ? body.text : wordOf(body, 'text'),
		sender: wordOf(body, 'from'),
		date: wordOf(body, 'date'),
		campaignName: wordOf(body, 'campaignName'),
		clientMessageId: wordOf(body, 'cliMsgId') || null,
		uniqueIdentifier: wordOf(body, 'uniqueIdentifier') || null,
		flash: false,
		trackLinks: false,
		recipients,
	};
}

/** What both sends answer, beside the ids. */
interface Sent {
	readonly scheduledFor: number | null;
	readonly invalidNumbers: readonly string[];
	readonly contacts: number;
	readonly segments: number;
	readonly credits: number;
}

function sentFields({ sandbox, account, body }: RestCall, sent: Sent): RestFields {
	const isPartial = sent.invalidNumbers.length > 0 && sandbox.habits.partialCode === 113;
	const code = isPartial ? 113 : sent.scheduledFor === null ? 100 : 101;
	return {
		code,
		description: STATUS_TEXTS[code],
		alerting: alertingOf(body),
		invalidNumbers: sent.invalidNumbers.join('|'),
		nbContacts: sent.contacts,
		nbSms: sent.segments,
		cost: inEuro(sent.credits),
		balance: account.balance,
	};
}

/**
 * Nothing leaves; the ids belong to nothing, so a simulated campaign has no receipts. Only a bulk
 * send tells its campaign.
 */
function simulated(call: RestCall, order: SendOrder, isBulk: boolean): ApiAnswer {
	const result = reckon(call.sandbox, call.account, order, 'rest');
	if (result.kind === 'refused') return refusedSend(result, alertingOf(call.body));
	return restAnswer(201, {
		...sentFields(call, { ...result, contacts: result.sms.length }),
		...(isBulk
			? { campaignId: `simulation_${randomUUID().slice(0, 8)}` }
			: { smsId: randomUUID() }),
		simulate: 1,
	});
}

function sent(call: RestCall, order: SendOrder, isBulk: boolean): ApiAnswer {
	const result = sendCampaign(call.sandbox, call.account, order, 'rest');
	if (!isCampaign(result)) return refusedSend(result, alertingOf(call.body));
	const smsIds = result.sms.map(({ smsId, phoneNumber }) => ({ phoneNumber, smsId }));
	return restAnswer(201, {
		...sentFields(call, { ...result, contacts: result.sms.length }),
		...(isBulk
			? { campaignId: result.campaignId, smsIds, simulate: 0 }
			: { smsId: smsIds[0]?.smsId ?? '' }),
	});
}

const carryOut = (call: RestCall, order: SendOrder, isBulk: boolean): ApiAnswer =>
	isSet(call.body, 'simulate') ? simulated(call, order, isBulk) : sent(call, order, isBulk);

/** `POST /sms/send`: one number. */
export function sendOne(call: RestCall): ApiAnswer {
	const { to } = call.body;
	if (Array.isArray(to) && to.length > 1) {
		return restRefusal(400, REST_CODES.badField, '"to" is one number; use /sms/send/bulk for more');
	}
	const recipient = recipientOf(Array.isArray(to) ? to[0] : to);
	return carryOut(call, orderOf(call, [recipient]), false);
}

/** `POST /sms/send/bulk`: a list of numbers, or of objects with values. */
export function sendBulk(call: RestCall): ApiAnswer {
	const { to } = call.body;
	const list: readonly unknown[] = Array.isArray(to) ? to : to === undefined ? [] : [to];
	return carryOut(call, orderOf(call, list.map(recipientOf)), true);
}
