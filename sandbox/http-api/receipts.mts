import type { Sms } from '../campaigns/campaign.mts';
import { inParis } from '../clock/paris-time.mts';
import type { AnswerHabits } from '../settings.mts';
import { failed, type AnswerFields, type Endpoint } from './call.mts';

/** A receipt under the key that some sources call `statut` and others `status`. */
function codeFields(code: string, key: AnswerHabits['ackKey']): AnswerFields {
	if (key === 'both') return { statut: code, status: code };
	return { [key]: code };
}

const receiptFields = (sms: Sms, key: AnswerHabits['ackKey']): AnswerFields => ({
	phoneNumber: sms.phoneNumber,
	...codeFields(sms.receipt ? String(sms.receipt.code) : '', key),
	comment: sms.receipt?.comment ?? '',
	receptionDate: sms.receipt ? inParis(sms.receipt.at) : '',
});

/** `getAcks`: the newest receipt of each SMS of a campaign, as far as there are any. */
export const getAcks: Endpoint = ({ sandbox, acting, get }) => {
	const campaignId = get('campId').trim();
	const campaign = sandbox.campaigns.campaignOf(acting.login, campaignId);
	if (!campaign) return failed(`La campagne ${campaignId} n’existe pas`);
	return {
		acks: campaign.sms
			.filter(({ receipt }) => receipt !== null)
			.map((sms) => receiptFields(sms, sandbox.habits.ackKey)),
		cliMsgId: campaign.clientMessageId ?? '',
	};
};

/**
 * `getAckBySmsId`: the newest receipt of one SMS, flat, with blanks while there is none. The code
 * stands under one key only: beside `statut`, a `status` would look like that of the whole answer.
 */
export const getAckBySmsId: Endpoint = ({ sandbox, acting, get }) => {
	const sms = sandbox.campaigns.smsOf(acting.login, get('smsId').trim());
	if (!sms) return failed(`Le SMS ${get('smsId').trim()} n’existe pas`);
	return receiptFields(sms, sandbox.habits.ackKey === 'status' ? 'status' : 'statut');
};
