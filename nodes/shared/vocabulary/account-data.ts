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
