import { checkSmsData } from '../campaigns/check-sms-data.mts';
import type { Campaign } from '../campaigns/campaign.mts';
import type { Refusal, StatusCode } from '../campaigns/refusal.mts';
import { STATUS_TEXTS } from '../campaigns/refusal.mts';
import { isCampaign, reckon, sendCampaign } from '../campaigns/send-campaign.mts';
import { readPayload } from '../payload/payload.mts';
import { isYes, readSmsData } from '../payload/sms-data.mts';
import type { AnswerFields, Endpoint, V9Call } from './call.mts';

/** Several numbers in one text. */
export const joined = (numbers: readonly string[]): string => numbers.join('|');

/** A status of the table with its text. */
export const statusOf = (code: StatusCode): AnswerFields => ({
	status: code,
	statusText: STATUS_TEXTS[code],
});

/** A refused send. */
export const refusalAnswer = ({ code, text, invalidNumbers }: Refusal): AnswerFields => ({
	status: code,
	statusText: text,
	...(invalidNumbers.length > 0 ? { invalidNumbers: joined(invalidNumbers) } : {}),
});

/** The status of a send that was carried out. */
export function acceptedStatus(
	{ sandbox }: V9Call,
	sent: { readonly scheduledFor: number | null; readonly invalidNumbers: readonly string[] },
): AnswerFields {
	if (sent.invalidNumbers.length > 0 && sandbox.habits.partialCode === 113) return statusOf(113);
	return statusOf(sent.scheduledFor === null ? 100 : 101);
}

function campaignAnswer(call: V9Call, campaign: Campaign): AnswerFields {
	return {
		...acceptedStatus(call, campaign),
		invalidNumbers: joined(campaign.invalidNumbers),
		campaignId: campaign.campaignId,
		credits: String(call.account.credits),
		creditsUsed: String(campaign.credits),
		nbContacts: String(campaign.sms.length),
		nbSms: String(campaign.segments),
		smsIds: campaign.sms.map(({ phoneNumber, smsId }) => ({ phoneNumber, smsId })),
		balance: call.account.balance,
	};
}

const read = ({ get, account, sandbox }: V9Call) =>
	checkSmsData(readPayload(get('smsData')), account, sandbox.accounts);

/** Whether v9.0 takes an identifier, and where, is in no document: beside the payload or in it. */
const identifierOf = ({ get }: V9Call): string | null => get('uniqueIdentifier').trim() || null;

/** `sendSms`. */
export const sendSms: Endpoint = (call) => {
	const checked = read(call);
	if (checked.kind === 'refused') return refusalAnswer(checked);
	const data = readSmsData(checked.data);
	const order = { ...data, uniqueIdentifier: data.uniqueIdentifier ?? identifierOf(call) };
	const result = sendCampaign(call.sandbox, call.account, order, 'v9');
	return isCampaign(result) ? campaignAnswer(call, result) : refusalAnswer(result);
};

/** `simulateCampaign`: every check of a send, and nothing sent. */
export const simulateCampaign: Endpoint = (call) => {
	const checked = read(call);
	if (checked.kind === 'refused') return refusalAnswer(checked);
	const result = reckon(call.sandbox, call.account, readSmsData(checked.data), 'v9');
	if (result.kind === 'refused') return refusalAnswer(result);
	return {
		...acceptedStatus(call, { ...result, scheduledFor: null }),
		invalidNumbers: joined(result.invalidNumbers),
		nbCredits: result.credits,
		nbContacts: result.sms.length,
		nbSms: result.segments,
	};
};

/**
 * The root endpoint: one text to numbers that are joined by semicolons. `coding` and `lowcost` are
 * taken, and change nothing.
 */
export const simplifiedSend: Endpoint = (call) => {
	const { get, account, sandbox } = call;
	const order = {
		message: get('message'),
		sender: get('tpoa').trim(),
		date: get('date').trim(),
		campaignName: get('campaign').trim(),
		clientMessageId: null,
		uniqueIdentifier: identifierOf(call),
		flash: isYes(get('flash').trim()),
		trackLinks: false,
		recipients: get('mobile')
			.split(/[;,\n]/)
			.filter((mobile) => mobile.trim() !== '')
			.map((mobilePhone) => ({ mobilePhone: mobilePhone.trim(), values: new Map() })),
	};
	const result = sendCampaign(sandbox, account, order, 'v9');
	if (!isCampaign(result)) return refusalAnswer(result);
	return {
		...acceptedStatus(call, result),
		invalidNumbers: joined(result.invalidNumbers),
		campaignId: result.campaignId,
		credits: String(account.credits),
		balance: account.balance,
	};
};
