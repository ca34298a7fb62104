/** The two APIs of the provider (docs/provider.md, The two APIs). */
export type Api = 'v9' | 'rest';

/** The names under which answers hold a thing, the provider's own first (docs/provider.md, Answers of the HTTP API). */
export const ANSWER = {
	smsId: ['smsId', 'smsID'],
	smsIds: ['smsIds'],
	invalidNumbers: ['invalidNumbers'],
	campaignId: ['campaignId', 'campId'],
	phoneNumber: ['phoneNumber', 'PhoneNumber'],
	contactPhone: ['MobilePhone', 'mobilePhone', 'MOBILEPHONE', 'phoneNumber'],
	anyPhone: ['phoneNumber', 'mobilePhone', 'MobilePhone', 'MOBILEPHONE', 'mobile', 'to'],
	/** How v9.0 calls the code of an answer, and how REST does. */
	status: ['status', 'code'],
	code: ['code', 'status'],
	receiptStatus: ['status', 'statut', 'code'],
	words: ['statusText', 'description', 'message', 'text', 'error'],
	comment: ['comment', 'Comment'],
	receiptText: ['comment', 'statusText'],
	receptionDate: ['receptionDate', 'ReceptionDate', 'date'],
	creationDate: ['creationDate', 'CreationDate'],
	lastActivity: ['LastActivity', 'lastActivity'],

	login: ['Login', 'login', 'LOGIN'],
	email: ['email', 'Email'],
	firstName: ['firstName', 'FirstName'],
	lastName: ['lastName', 'LastName'],
	company: ['company', 'society', 'Company'],
	mobile: ['Mobile', 'mobile'],
	accountStatus: ['status', 'description', 'statusText'],
	credits: ['credits', 'Credits'],
	balance: ['balance'],
	cost: ['cost'],
	smsLeft: ['nbSms'],
	referenceCountry: ['referenceCountryIso'],

	creditsUsed: ['nbCredits', 'creditsUsed'],
	creditsPerSms: ['nbCredits', 'credits'],
	countOfSms: ['nbSms', 'nbContacts'],
	smsOfCampaign: ['nbSms'],
	delivered: ['delivered'],
	pending: ['pending'],
	undelivered: ['error'],
	invalid: ['invalid'],
	clicks: ['click', 'clicks'],
	uniqueClicks: ['uniqueClick', 'uniqueClicks'],

	listName: ['listName', 'LISTNAME', 'ListName'],
	countOfContacts: ['contacts', 'nbContacts'],
	locked: ['locked'],
	success: ['success'],
	ignored: ['ignored'],
	duplicated: ['duplicated'],

	country: ['isoCode', 'countryIsoCode'],
	prefix: ['prefix'],
	priceOfSms: ['sms'],
	priceOfVoicemail: ['directdeposit'],
	priceOfTextToSpeech: ['tts'],
	priceOfCall: ['call'],
	shortUrl: ['shortUrl', 'shorturl', 'shortURL'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The same in pushes, whose keys come in any case (docs/provider.md, Pushes). */
export const PUSH = {
	smsId: ['smsId'],
	replyId: ['smsMoId', 'moId'],
	campaignId: ['campaignId', 'campId'],
	phoneNumber: ['phoneNumber', 'mobilePhone', 'mobile', 'msisdn', 'from'],
	status: ['status', 'statut'],
	/** Of a receipt its status; beside a text it may be anything. */
	code: ['code'],
	statusText: ['statusText', 'comment', 'description'],
	message: ['message', 'text'],
	keyword: ['keyword'],
	receptionDate: ['receptionDate', 'date'],
	rowId: ['id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A field that pushes carry. */
export type PushField = keyof typeof PUSH;

/** How requests to the HTTP API v9.0 spell their fields. */
export const REQUEST = {
	accountData: 'accountData',
	campaignId: 'campId',
	/** Sources differ on this one endpoint: it gets both spellings. */
	campaignIdOfStatistics: 'campaignId',
	country: 'countryIsoCode',
	credits: 'credits',
	deleteData: 'deleteData',
	limit: 'limit',
	listData: 'listData',
	listName: 'listName',
	loginToDelete: 'loginToDelete',
	populateData: 'populateData',
	recipientsOfStatistics: 'msisdnList',
	smsId: 'smsId',
	subAccount: 'subAccount',
	type: 'type',
	url: 'url',
} as const satisfies Readonly<Record<string, string>>;

/** A field that requests carry. */
export type RequestField = keyof typeof REQUEST;

/** A number of this package as requests carry it: digits with country code, without the plus. */
export const wireDigits = (number: string): string => number.replace(/^\+/, '');
