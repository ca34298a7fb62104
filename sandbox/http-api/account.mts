import type { Account } from '../accounts/account.mts';
import { FRENCH_SMS_CREDITS } from '../numbers/countries.mts';
import { inParis } from '../clock/paris-time.mts';
import type { Endpoint } from './call.mts';

const profile = (account: Account, tag: string): string => account.profile.get(tag) ?? '';

/** `getInfo`: its `status` is a text, and the key is repeated. */
export const getInfo: Endpoint = ({ acting }) => ({
	status: acting.active ? 'Active Account' : 'Inactive Account',
	credits: String(acting.credits),
	apiKey: acting.apiKey,
	lastName: profile(acting, 'LASTNAME'),
	firstName: profile(acting, 'FIRSTNAME'),
	society: profile(acting, 'SOCIETY'),
	email: profile(acting, 'EMAIL'),
	nbSms: String(Math.floor(acting.credits / FRENCH_SMS_CREDITS)),
	balance: acting.balance,
});

/** `getBlacklist`. */
export const getBlacklist: Endpoint = ({ sandbox, acting }) => ({
	blacklist: sandbox.blacklist.of(acting.login).map(({ phoneNumber, comment, at }) => ({
		phoneNumber,
		comment,
		receptionDate: inParis(at),
	})),
});
