import type { ApiAnswer } from '../http-api/answer-call.mts';
import { FRENCH_SMS_CREDITS } from '../numbers/countries.mts';
import { inParis } from '../clock/paris-time.mts';
import { REST_CODES, restAnswer, restRefusal } from './answer.mts';
import type { RestCall } from './call.mts';

/** `GET /account`. */
export function readAccount({ account }: RestCall): ApiAnswer {
	const profile = (tag: string): string => account.profile.get(tag) ?? '';
	return restAnswer(200, {
		code: 100,
		description: 'OK',
		balance: account.balance,
		nbSms: Math.floor(account.credits / FRENCH_SMS_CREDITS),
		referenceCountryIso: 'FR',
		apiKey: account.apiKey,
		lastName: profile('LASTNAME'),
		firstName: profile('FIRSTNAME'),
		company: profile('SOCIETY'),
		email: profile('EMAIL'),
		alerting: 1,
	});
}

/** `GET /report/campaign/{campaignId}`: the newest receipt of each SMS, as far as there are any. */
export function readReport({ sandbox, account }: RestCall, campaignId: string): ApiAnswer {
	const campaign = sandbox.campaigns.campaignOf(account.login, campaignId);
	if (!campaign) {
		return restRefusal(404, REST_CODES.notFound, `The campaign "${campaignId}" does not exist`);
	}
	return restAnswer(200, {
		code: 100,
		description: 'OK',
		reports: campaign.sms.flatMap(({ phoneNumber, receipt }) =>
			receipt
				? [
						{
							phoneNumber,
							code: receipt.code,
							description: receipt.comment,
							receptionDate: inParis(receipt.at),
						},
					]
				: [],
		),
	});
}
