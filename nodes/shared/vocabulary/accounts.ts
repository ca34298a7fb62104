import { fail, read, type Result } from '../problem';
import type { Fields } from '../values';
import type { AnswerData } from './answers';
import { readVerdict } from './codes';
import { firstNumber, firstText, momentReader, tellingFields } from './fields';
import { providerPhone } from './phone';
import { readRows, readRowsAs, type ReadRow } from './rows';
import { withoutSecrets } from './secrets';
import { ANSWER, type Api } from './spellings';

/** Tags of `accountData` by the names that workflows store (docs/provider.md, Data of a sub-account). */
const TAGS: Readonly<Record<string, string>> = {
	subAccount: 'LOGIN',
	firstName: 'FIRSTNAME',
	lastName: 'LASTNAME',
	email: 'EMAIL',
	password: 'PASSWORD',
	company: 'SOCIETY',
	mobile: 'MOBILE',
	phone: 'PHONE',
	website: 'WEBSITE',
	address: 'ADDRESS',
	zip: 'ZIP',
	city: 'CITY',
	country: 'COUNTRY',
	billingFirstName: 'BILLFIRSTNAME',
	billingLastName: 'BILLLASTNAME',
	billingCompany: 'BILLSOCIETY',
	billingAddress: 'BILLADDRESS',
	billingZip: 'BILLZIP',
	billingCity: 'BILLCITY',
	billingCountry: 'BILLCOUNTRY',
	billingEmail: 'BILLEMAIL',
	billingMobile: 'BILLMOBILE',
	billingPhone: 'BILLPHONE',
	active: 'ACTIVE',
	sendEmailToCustomer: 'SENDEMAILTOCUSTOMER',
	sendEmailToMasterAccount: 'SENDEMAILTOMASTERACCOUNT',
	postpaid: 'POSTPAID',
	profile: 'PROFILE',
};

/**
 * Fields that one of the two endpoints alone takes (docs/provider.md, Data of a sub-account): the
 * provider refuses `ACTIVE` for an account that is only being made.
 */
const ONLY: Readonly<Record<string, AccountPurpose>> = {
	active: 'update',
	subAccount: 'create',
	sendEmailToCustomer: 'create',
	sendEmailToMasterAccount: 'create',
	postpaid: 'create',
	profile: 'create',
};

/** What `accountData` is for. */
export type AccountPurpose = 'create' | 'update';

/** What is known of a sub-account, by the names that workflows store. */
export type AccountFields = Readonly<Record<string, string | boolean | null>>;

/**
 * `accountData` of `createSubAccount` or `updateSubAccount`; fields without a value, and those of
 * the other one, are left out.
 */
export function accountData(fields: AccountFields, purpose: AccountPurpose): string {
	const set = Object.entries(fields).flatMap(([name, value]) => {
		const tag = TAGS[name];
		if (tag === undefined || value === null || (ONLY[name] ?? purpose) !== purpose) return [];
		return [[tag, typeof value === 'boolean' ? (value ? '1' : '0') : value] as const];
	});
	return JSON.stringify({ DATA: Object.fromEntries(set) });
}

/** The account as the output item shows it. A key without a value is null. */
export type Account = {
	email: string | null;
	firstName: string | null;
	lastName: string | null;
	company: string | null;
	/** The provider's words, for instance "Active Account". */
	status: string | null;
	/** A French SMS costs 15. */
	credits: number | null;
	/** In euro. */
	balance: number | null;
	/** SMS that the credits are good for. */
	smsLeft: number | null;
	/** ISO code of the country that the prices are reckoned from. */
	country: string | null;
};

/** Only the listed fields go on: the provider repeats the API key in its answer. */
const accountOf = (fields: Fields): Account => ({
	email: firstText(fields, ANSWER.email),
	firstName: firstText(fields, ANSWER.firstName),
	lastName: firstText(fields, ANSWER.lastName),
	company: firstText(fields, ANSWER.company),
	status: firstText(fields, ANSWER.accountStatus),
	credits: firstNumber(fields, ANSWER.credits),
	balance: firstNumber(fields, ANSWER.balance),
	smsLeft: firstNumber(fields, ANSWER.smsLeft),
	country: firstText(fields, ANSWER.referenceCountry),
});

/**
 * Reads the answer to `getInfo` or to REST `/account`. The `status` of `getInfo` is a text where
 * all is well, and a number where it is not.
 */
export function readAccount(data: AnswerData, httpStatus: number, api: Api): Result<Account> {
	const fields = tellingFields(data);
	if (!fields) return fail({ what: 'the answer of AllMySMS is empty', remedy: '' });
	const account = accountOf(fields);
	const isTold = account.email !== null || account.credits !== null || account.balance !== null;
	const verdict = readVerdict(fields, httpStatus, api, isTold);
	// Lists and sub-accounts answer with status 1 where all is well; here it would do no harm.
	if (verdict.kind === 'refused') return fail(verdict.problem);
	if (verdict.kind === 'accepted' || isTold) return read(account);
	return fail({ what: verdict.reason, remedy: '' });
}

/** The most wanted of the provider's 27 fields. A key without a value is null. */
export type SubAccountRow = {
	/** The login. */
	subAccount: string | null;
	firstName: string | null;
	lastName: string | null;
	company: string | null;
	email: string | null;
	mobile: string | null;
	/** A French SMS costs 15. */
	credits: number | null;
	/** ISO 8601 with offset. */
	createdAt: string | null;
	/** ISO 8601 with offset. */
	lastActivityAt: string | null;
};

const SHAPE = { rowKeys: ANSWER.login, listKeys: ['subAccounts', 'subAccount', 'total'] };

/** Reads the answer to `getSubAccounts`, with each row as it came but for its secrets. */
export function readSubAccounts(
	data: AnswerData,
	httpStatus: number,
): Result<Array<ReadRow<SubAccountRow>>> {
	const momentOf = momentReader();
	const reading = readRowsAs(data, httpStatus, SHAPE, (raw) => ({
		subAccount: firstText(raw, ANSWER.login),
		firstName: firstText(raw, ANSWER.firstName),
		lastName: firstText(raw, ANSWER.lastName),
		company: firstText(raw, ANSWER.company),
		email: firstText(raw, ANSWER.email),
		mobile: providerPhone(firstText(raw, ANSWER.mobile)),
		credits: firstNumber(raw, ANSWER.credits),
		createdAt: momentOf(firstText(raw, ANSWER.creationDate)),
		lastActivityAt: momentOf(firstText(raw, ANSWER.lastActivity)),
	}));
	if (!reading.ok) return reading;
	return read(reading.value.map(({ row, raw }) => ({ row, raw: withoutSecrets(raw) })));
}

/** The credits of a sub-account in the answer to `manageSubAccountCredits`; null: not told. */
export function readSubAccountCredits(data: AnswerData): number | null {
	const reading = readRows(data, 200, SHAPE);
	const raw = reading.ok ? reading.value[0] : undefined;
	return raw ? firstNumber(raw, ANSWER.credits) : null;
}
