/** What the provider knows of a customer. Keys are the tags of `accountData`. */
export type AccountProfile = ReadonlyMap<string, string>;

/** An account or a sub-account. */
export interface Account {
	readonly login: string;
	apiKey: string;
	/** Login of the account above; null for the main account. */
	readonly master: string | null;
	profile: AccountProfile;
	/** A French SMS costs 15. */
	credits: number;
	/** In euro. */
	balance: number;
	active: boolean;
	/** Milliseconds since 1970. */
	readonly createdAt: number;
}

/** Login and key of the main account: what every client of the sandbox signs with. */
export const MAIN_LOGIN = 'sandbox';
export const MAIN_KEY = 'sandbox-key';

/** Enough for a million French SMS, so that no benchmark runs dry. */
export const FIRST_CREDITS = 15_000_000;

const MAIN_PROFILE: AccountProfile = new Map([
	['FIRSTNAME', 'Camille'],
	['LASTNAME', 'Martin'],
	['SOCIETY', 'Sandbox'],
	['EMAIL', 'sandbox@example.com'],
	['MOBILE', '33600000000'],
	['COUNTRY', 'France'],
]);

/** The main account as it is at the start and after a reset. */
export function mainAccount(credits: number, balance: number, createdAt: number): Account {
	return {
		login: MAIN_LOGIN,
		apiKey: MAIN_KEY,
		master: null,
		profile: MAIN_PROFILE,
		credits,
		balance,
		active: true,
		createdAt,
	};
}
