/** Tags of `accountData` that describe a customer, and their names in `getSubAccounts`. */
export const PROFILE_FIELDS: ReadonlyMap<string, string> = new Map([
	['LASTNAME', 'LastName'],
	['FIRSTNAME', 'FirstName'],
	['SOCIETY', 'Company'],
	['PHONE', 'Phone'],
	['MOBILE', 'Mobile'],
	['EMAIL', 'Email'],
	['ADDRESS', 'Address'],
	['ZIP', 'Zip'],
	['CITY', 'City'],
	['COUNTRY', 'Country'],
	['BILLLASTNAME', 'BillLastName'],
	['BILLFIRSTNAME', 'BillFirstName'],
	['BILLSOCIETY', 'BillCompany'],
	['BILLPHONE', 'BillPhone'],
	['BILLMOBILE', 'BillMobile'],
	['BILLEMAIL', 'BillEmail'],
	['BILLADDRESS', 'BillAddress'],
	['BILLZIP', 'BillZip'],
	['BILLCITY', 'BillCity'],
	['BILLCOUNTRY', 'BillCountry'],
	['WEBSITE', 'Website'],
]);

/** Without these no sub-account is made (docs/provider.md, Data of a sub-account). */
export const REQUIRED_FIELDS = [
	'FIRSTNAME',
	'LASTNAME',
	'SOCIETY',
	'MOBILE',
	'EMAIL',
	'LOGIN',
	'PASSWORD',
] as const;

/** The shortest password of a sub-account. */
export const SHORTEST_PASSWORD = 6;
