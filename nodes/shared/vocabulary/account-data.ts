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

/** What is known of a sub-account, by the names that workflows store. */
export type AccountFields = Readonly<Record<string, string | boolean | null>>;

/** `accountData` of `createSubAccount` and `updateSubAccount`; fields without a value are left out. */
export function accountData(fields: AccountFields): string {
	const set = Object.entries(fields).flatMap(([name, value]) => {
		const tag = TAGS[name];
		if (tag === undefined || value === null) return [];
		return [[tag, typeof value === 'boolean' ? (value ? '1' : '0') : value] as const];
	});
	return JSON.stringify({ DATA: Object.fromEntries(set) });
}
