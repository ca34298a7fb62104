import { inParis } from '../clock/paris-time.mts';
import type { Reply } from '../replies/reply-book.mts';
import { failed, type AnswerFields, type Endpoint } from './call.mts';

const flat = (reply: Reply): AnswerFields => ({
	phoneNumber: reply.phoneNumber,
	campaignId: reply.campaign?.campaignId ?? '',
	message: reply.message,
	receptionDate: inParis(reply.at),
});

const row = ({ id, ...reply }: Reply): AnswerFields => {
	const { phoneNumber, ...rest } = flat({ id, ...reply });
	return { phoneNumber: phoneNumber ?? '', id, ...rest };
};

/** davaxi's default. */
const DEFAULT_LIMIT = 1_000;

/**
 * `getPulls`: the newest replies of the account, newest first, so that a limit never hides a new
 * one. Whether a read marks them is contradictory (docs/provider.md, Contradictions): see the habit `pulls`.
 */
export const getPulls: Endpoint = ({ sandbox, acting, get }) => {
	const limit = Number(get('limit').trim() || DEFAULT_LIMIT);
	const once = sandbox.habits.pulls === 'new';
	const replies = sandbox.replies.of(acting.login).filter(({ read }) => !once || !read);
	const count = Number.isInteger(limit) && limit >= 0 ? limit : DEFAULT_LIMIT;
	const newest = count === 0 ? [] : replies.slice(-count).reverse();
	for (const reply of newest) reply.read = true;
	return { mos: newest.map(row) };
};

/** `getPull`: the replies to a campaign. */
export const getPull: Endpoint = ({ sandbox, acting, get }) => {
	const campaignId = get('campId').trim();
	const campaign = sandbox.campaigns.campaignOf(acting.login, campaignId);
	if (!campaign) return failed(`La campagne ${campaignId} n’existe pas`);
	return {
		mos: sandbox.replies.toCampaign(acting.login, campaignId).map(row),
		cliMsgId: campaign.clientMessageId ?? '',
	};
};

/** `getPullBySmsId`: the newest reply to one SMS, flat. */
export const getPullBySmsId: Endpoint = ({ sandbox, acting, get }) => {
	const smsId = get('smsId').trim();
	const reply = sandbox.replies.toSms(acting.login, smsId);
	if (reply) return flat(reply);
	return sandbox.campaigns.smsOf(acting.login, smsId)
		? failed('Aucune réponse à ce SMS')
		: failed(`Le SMS ${smsId} n’existe pas`);
};
