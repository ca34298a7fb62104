import type { Account, AccountProfile } from '../accounts/account.mts';
import { PROFILE_FIELDS, REQUIRED_FIELDS, SHORTEST_PASSWORD } from '../accounts/profile-fields.mts';
import { readPhoneNumber } from '../numbers/phone-number.mts';
import { inParis } from '../clock/paris-time.mts';
import { readPayload } from '../payload/payload.mts';
import { isYes } from '../payload/sms-data.mts';
import { wordOf, type TagTree } from '../payload/tag-tree.mts';
import type { AnswerFields, Endpoint, V9Call } from './call.mts';

/** Sub-accounts have `text` where others have `statusText`. */
const refusal = (text: string): AnswerFields => ({ status: '0', text, statusText: text });

const creditsRow = ({ login, credits }: Account): AnswerFields => ({
	Login: login,
	Credits: String(credits),
});

/** The given fields over those of before; blanks change nothing. */
const profileOf = (data: TagTree, before: AccountProfile): AccountProfile =>
	new Map(
		[...PROFILE_FIELDS.keys()].map((tag) => [tag, wordOf(data, tag) ?? before.get(tag) ?? '']),
	);

/** What is wrong with the data of an account that is to be made. */
function problemOf(data: TagTree): string | null {
	// A new account is active, and the provider wants nothing said about it.
	if (data.has('ACTIVE')) return 'Le champ ACTIVE ne doit pas être envoyé à la création';
	const missing = REQUIRED_FIELDS.find((tag) => wordOf(data, tag) === null);
	if (missing !== undefined) return `Le champ ${missing} est obligatoire`;
	return (wordOf(data, 'PASSWORD') ?? '').length < SHORTEST_PASSWORD
		? `Le mot de passe doit compter au moins ${SHORTEST_PASSWORD} caractères`
		: null;
}

/**
 * `createSubAccount`: the answer has the key of the new account, which `getInfo` shows to its
 * master too. One email address may serve several accounts.
 */
export const createSubAccount: Endpoint = ({ sandbox, account, get }) => {
	const payload = readPayload(get('accountData'));
	if (payload.kind !== 'data') return refusal('Le paramètre accountData est vide ou invalide');
	const problem = problemOf(payload.data);
	if (problem !== null) return refusal(problem);
	const login = wordOf(payload.data, 'LOGIN') ?? '';
	if (sandbox.accounts.find(login)) return refusal(`L’identifiant ${login} est déjà utilisé`);
	const profile = profileOf(payload.data, new Map());
	const created = sandbox.accounts.createSubAccount(account, login, profile);
	sandbox.changes.raise();
	const done = { status: '1', text: 'Sub-account successfully created' };
	return sandbox.habits.createSubAccount === 'key' ? { ...done, apiKey: created.apiKey } : done;
};

/** The sub-account that a call names: `acting` was looked up by the same parameter. */
const named = ({ account, acting }: V9Call): Account | null => (acting === account ? null : acting);

const NO_SUB_ACCOUNT = refusal('Le paramètre subAccount est vide ou n’est pas un sous-compte');

/** `updateSubAccount`: what is blank stays as it was. */
export const updateSubAccount: Endpoint = (call) => {
	const found = named(call);
	if (!found) return NO_SUB_ACCOUNT;
	const payload = readPayload(call.get('accountData'));
	if (payload.kind !== 'data') return refusal('Le paramètre accountData est vide ou invalide');
	found.profile = profileOf(payload.data, found.profile);
	const active = wordOf(payload.data, 'ACTIVE');
	if (active !== null) found.active = isYes(active);
	call.sandbox.changes.raise();
	return { status: '1', text: 'Sub-account successfully updated' };
};

/** Numbers are shown as everywhere in answers, whichever way they came. */
function shown(tag: string, value: string): string {
	return /(?:PHONE|MOBILE)$/.test(tag) ? (readPhoneNumber(value) ?? value) : value;
}

const subAccountRow = (account: Account): AnswerFields => ({
	Login: account.login,
	ClientType: account.profile.get('SOCIETY') ? 'Company' : 'Individual',
	...Object.fromEntries(
		[...PROFILE_FIELDS].map(([tag, name]) => [name, shown(tag, account.profile.get(tag) ?? '')]),
	),
	Fax: '',
	CreationDate: inParis(account.createdAt),
	LastVisit: '',
	LastActivity: '',
	Credits: String(account.credits),
});

/** `getSubAccounts`. */
export const getSubAccounts: Endpoint = ({ sandbox, account }) => {
	const subAccounts = sandbox.accounts.subAccountsOf(account).map(subAccountRow);
	return { total: subAccounts.length, subAccounts };
};

/** `manageSubAccountCredits`: moves credits from the master, or back with a minus. */
export const manageSubAccountCredits: Endpoint = (call) => {
	const found = named(call);
	if (!found) return NO_SUB_ACCOUNT;
	const text = call.get('credits').trim();
	const credits = Number(text);
	if (!/^[+-]?\d{1,12}$/.test(text)) return refusal('Le nombre de crédits est invalide');
	if (credits > call.account.credits) return refusal('Crédit insuffisant');
	if (-credits > found.credits) return refusal('Crédit insuffisant sur le sous-compte');
	call.sandbox.accounts.moveCredits(call.account, found, credits);
	call.sandbox.changes.raise();
	return { status: 'OK', subAccount: [creditsRow(found)] };
};

/** `deleteSubAccount`: the credits that are left go back to the master. */
export const deleteSubAccount: Endpoint = ({ sandbox, account, get }) => {
	const login = get('loginToDelete').trim();
	const found = sandbox.accounts.subAccountOf(account, login);
	if (!found) return refusal(`Le sous-compte ${login} n’existe pas`);
	sandbox.accounts.moveCredits(account, found, -found.credits);
	sandbox.accounts.delete(found);
	sandbox.changes.raise();
	return {
		status: '1',
		text: 'Sub-account successfully deleted',
		subAccount: [creditsRow(found)],
	};
};
