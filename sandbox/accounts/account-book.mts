import { randomBytes } from 'node:crypto';

import type { Clock } from '../clock/clock.mts';
import { EURO_PER_CREDIT, inCredits, inEuro } from '../numbers/countries.mts';
import {
	FIRST_CREDITS,
	MAIN_LOGIN,
	mainAccount,
	type Account,
	type AccountProfile,
} from './account.mts';

/** Logins are the same in any case. */
const keyOf = (login: string): string => login.trim().toLowerCase();

/** The accounts, what they own and what they pay. */
export class AccountBook {
	private readonly accounts = new Map<string, Account>();

	constructor(private readonly clock: Clock) {
		this.add(mainAccount(FIRST_CREDITS, inEuro(FIRST_CREDITS), clock.now()));
	}

	private add(account: Account): Account {
		this.accounts.set(keyOf(account.login), account);
		return account;
	}

	get main(): Account {
		const main = this.find(MAIN_LOGIN);
		if (!main) throw new Error('The main account is missing');
		return main;
	}

	find(login: string): Account | undefined {
		return this.accounts.get(keyOf(login));
	}

	/** The account of a login and its key, unless it is switched off. */
	authenticate(login: string, apiKey: string): Account | undefined {
		const account = this.find(login);
		return account?.active && account.apiKey === apiKey ? account : undefined;
	}

	/** Oldest first. */
	subAccountsOf(master: Account): readonly Account[] {
		return [...this.accounts.values()].filter(({ master: login }) => login === master.login);
	}

	/** A sub-account by its login; undefined where it belongs to somebody else. */
	subAccountOf(master: Account, login: string): Account | undefined {
		const account = this.find(login);
		return account?.master === master.login ? account : undefined;
	}

	createSubAccount(master: Account, login: string, profile: AccountProfile): Account {
		return this.add({
			login: login.trim(),
			apiKey: randomBytes(12).toString('hex'),
			master: master.login,
			profile,
			credits: 0,
			balance: 0,
			active: true,
			createdAt: this.clock.now(),
		});
	}

	delete(account: Account): void {
		this.accounts.delete(keyOf(account.login));
	}

	/** Takes credits, and their worth in euro; a negative number gives them back. */
	charge(account: Account, credits: number): void {
		account.credits -= credits;
		account.balance = Math.round((account.balance - credits * EURO_PER_CREDIT) * 1000) / 1000;
	}

	/** Fills or empties an account. Of credits or balance alone follows the other. */
	fill(account: Account, { credits, balance }: { credits?: number; balance?: number }): void {
		if (credits !== undefined) {
			account.credits = credits;
			account.balance = balance ?? inEuro(credits);
		} else if (balance !== undefined) {
			account.credits = inCredits(balance);
			account.balance = balance;
		}
	}

	/** Moves credits from the master to a sub-account; a negative number moves them back. */
	moveCredits(master: Account, subAccount: Account, credits: number): void {
		this.charge(master, credits);
		this.charge(subAccount, -credits);
	}

	/** Every key that must not be shown. */
	get keys(): readonly string[] {
		return [...this.accounts.values()].map(({ apiKey }) => apiKey);
	}
}
