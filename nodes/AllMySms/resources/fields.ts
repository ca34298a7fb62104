import {
	type INodeProperties,
	type INodePropertyOptions,
	updateDisplayOptions,
} from 'n8n-workflow';

/** The countries that phone numbers can belong to, by their English names. */
const COUNTRIES = [
	'AF Afghanistan, AX Åland Islands, AL Albania, DZ Algeria, AS American Samoa, AD Andorra, AO Angola, AI Anguilla, AG Antigua and Barbuda, AR Argentina, AM Armenia, AW Aruba, AC Ascension Island, AU Australia, AT Austria, AZ Azerbaijan',
	'BS Bahamas, BH Bahrain, BD Bangladesh, BB Barbados, BY Belarus, BE Belgium, BZ Belize, BJ Benin, BM Bermuda, BT Bhutan, BO Bolivia, BA Bosnia and Herzegovina, BW Botswana, BR Brazil, IO British Indian Ocean Territory, VG British Virgin Islands, BN Brunei, BG Bulgaria, BF Burkina Faso, BI Burundi',
	'KH Cambodia, CM Cameroon, CA Canada, CV Cape Verde, BQ Caribbean Netherlands, KY Cayman Islands, CF Central African Republic, TD Chad, CL Chile, CN China, CX Christmas Island, CC Cocos (Keeling) Islands, CO Colombia, KM Comoros, CG Congo (Brazzaville), CD Congo (Kinshasa), CK Cook Islands, CR Costa Rica, CI Côte d’Ivoire, HR Croatia, CU Cuba, CW Curaçao, CY Cyprus, CZ Czechia',
	'DK Denmark, DJ Djibouti, DM Dominica, DO Dominican Republic',
	'EC Ecuador, EG Egypt, SV El Salvador, GQ Equatorial Guinea, ER Eritrea, EE Estonia, SZ Eswatini, ET Ethiopia',
	'FK Falkland Islands, FO Faroe Islands, FJ Fiji, FI Finland, FR France, GF French Guiana, PF French Polynesia',
	'GA Gabon, GM Gambia, GE Georgia, DE Germany, GH Ghana, GI Gibraltar, GR Greece, GL Greenland, GD Grenada, GP Guadeloupe, GU Guam, GT Guatemala, GG Guernsey, GN Guinea, GW Guinea-Bissau, GY Guyana',
	'HT Haiti, HN Honduras, HK Hong Kong, HU Hungary',
	'IS Iceland, IN India, ID Indonesia, IR Iran, IQ Iraq, IE Ireland, IM Isle of Man, IL Israel, IT Italy',
	'JM Jamaica, JP Japan, JE Jersey, JO Jordan',
	'KZ Kazakhstan, KE Kenya, KI Kiribati, XK Kosovo, KW Kuwait, KG Kyrgyzstan',
	'LA Laos, LV Latvia, LB Lebanon, LS Lesotho, LR Liberia, LY Libya, LI Liechtenstein, LT Lithuania, LU Luxembourg',
	'MO Macao, MG Madagascar, MW Malawi, MY Malaysia, MV Maldives, ML Mali, MT Malta, MH Marshall Islands, MQ Martinique, MR Mauritania, MU Mauritius, YT Mayotte, MX Mexico, FM Micronesia, MD Moldova, MC Monaco, MN Mongolia, ME Montenegro, MS Montserrat, MA Morocco, MZ Mozambique, MM Myanmar',
	'NA Namibia, NR Nauru, NP Nepal, NL Netherlands, NC New Caledonia, NZ New Zealand, NI Nicaragua, NE Niger, NG Nigeria, NU Niue, NF Norfolk Island, KP North Korea, MK North Macedonia, MP Northern Mariana Islands, NO Norway',
	'OM Oman',
	'PK Pakistan, PW Palau, PS Palestine, PA Panama, PG Papua New Guinea, PY Paraguay, PE Peru, PH Philippines, PL Poland, PT Portugal, PR Puerto Rico',
	'QA Qatar',
	'RE Réunion, RO Romania, RU Russia, RW Rwanda',
	'WS Samoa, SM San Marino, ST São Tomé and Príncipe, SA Saudi Arabia, SN Senegal, RS Serbia, SC Seychelles, SL Sierra Leone, SG Singapore, SX Sint Maarten, SK Slovakia, SI Slovenia, SB Solomon Islands, SO Somalia, ZA South Africa, KR South Korea, SS South Sudan, ES Spain, LK Sri Lanka, BL St. Barthélemy, SH St. Helena, KN St. Kitts and Nevis, LC St. Lucia, MF St. Martin, PM St. Pierre and Miquelon, VC St. Vincent and Grenadines, SD Sudan, SR Suriname, SJ Svalbard and Jan Mayen, SE Sweden, CH Switzerland, SY Syria',
	'TW Taiwan, TJ Tajikistan, TZ Tanzania, TH Thailand, TL Timor-Leste, TG Togo, TK Tokelau, TO Tonga, TT Trinidad and Tobago, TA Tristan da Cunha, TN Tunisia, TR Türkiye, TM Turkmenistan, TC Turks and Caicos Islands, TV Tuvalu',
	'VI U.S. Virgin Islands, UG Uganda, UA Ukraine, AE United Arab Emirates, GB United Kingdom, US United States, UY Uruguay, UZ Uzbekistan',
	'VU Vanuatu, VA Vatican City, VE Venezuela, VN Vietnam',
	'WF Wallis and Futuna, EH Western Sahara',
	'YE Yemen',
	'ZM Zambia, ZW Zimbabwe',
];

const choice = (entry: string): INodePropertyOptions => {
	const code = entry.slice(0, 2);
	return { name: `${entry.slice(3)} (${code})`, value: code };
};

/** Every country with its ISO code, for parameters that hold the code. */
export const countryOptions: INodePropertyOptions[] = COUNTRIES.flatMap((line) =>
	line.split(', ').map(choice),
);

/** The fields of one operation, shown for it alone. */
export const fieldsOf = (
	resource: string,
	operation: string,
	fields: INodeProperties[],
): INodeProperties[] =>
	updateDisplayOptions({ show: { resource: [resource], operation: [operation] } }, fields);

/** "Return All" and "Limit". */
export const limitFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
];

/** Whom something is sent to. */
export const recipientField = (description: string): INodeProperties => ({
	displayName: 'To',
	name: 'to',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 06 12 34 56 78',
	description,
});

/** The collection "Options", by the names that the user sees. */
export const optionsField = (options: readonly INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
});

/** The option that adds the provider's own row. */
export const rawOption: INodeProperties = {
	displayName: 'Include Raw Data',
	name: 'raw',
	type: 'boolean',
	default: false,
	description: "Whether to add what AllMySMS answered, as it came, under the key 'raw'",
};

/** The option for reading what belongs to a sub-account. */
export const subAccountOption: INodeProperties = {
	displayName: 'Sub-Account',
	name: 'subAccount',
	type: 'string',
	default: '',
	placeholder: 'e.g. shop-lyon',
	description: 'Login of the sub-account to act for. Empty means the account of the credential.',
};

export const campaignIdField: INodeProperties = {
	displayName: 'Campaign ID',
	name: 'campaignId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. ap_284231',
	description:
		"ID of the campaign: the 'campaignId' of the items that sending an SMS returned, or the one that the AllMySMS client area shows",
};

export const smsIdField: INodeProperties = {
	displayName: 'SMS ID',
	name: 'smsId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 3f2b8c1e-5d4a-4b6f-9a7e-0c1d2e3f4a5b',
	description: "ID of the SMS: the 'smsId' of the item that sending it returned",
};

/** A contact list, chosen from the account's lists or given by its name. */
export const listNameLocator: INodeProperties = {
	displayName: 'List Name',
	name: 'listName',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: "The contact list of the AllMySMS account; 'Contact List › Create' makes a new one",
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a contact list...',
			typeOptions: { searchListMethod: 'searchContactLists', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. Customers',
		},
	],
};

/**
 * The name of what is only being made. It has the modes of the locator, the typed name first: n8n
 * keeps the mode when the user comes from an operation that has the locator, and there must be a way
 * out of the list. A plain text field would show "[object Object]" then.
 */
export const newNameField = (
	{ modes = [], ...locator }: INodeProperties,
	description: string,
): INodeProperties => ({
	...locator,
	description: `${description}. The list shows which are taken already.`,
	default: { mode: 'name', value: '' },
	modes: [...modes].reverse(),
});

export const defaultCountryOption = {
	displayName: 'Default Country',
	name: 'defaultCountry',
	type: 'options',
	options: countryOptions,
	default: 'FR',
	description: 'Country of the numbers that have no country code',
} as const satisfies INodeProperties;
