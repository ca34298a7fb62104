/**
 * What the contract promises in section 3: for every operation the names of the parameters that its
 * panel shows before anything is filled in.
 */
export const contractOperations: Readonly<
	Record<string, Readonly<Record<string, readonly string[]>>>
> = {
	account: { get: [] },
	blacklist: { getAll: ['returnAll', 'limit'], check: ['phoneNumber'] },
	campaign: { getStatistics: ['campaignId'], delete: ['campaignId'] },
	contact: {
		create: ['listName', 'phoneNumber', 'fields'],
		delete: ['listName', 'phoneNumber'],
		getAll: ['listName', 'returnAll', 'limit'],
	},
	contactList: { create: ['listName'], delete: ['listName'], getAll: ['returnAll', 'limit'] },
	deliveryReport: { get: ['smsId'], getAll: ['campaignId', 'returnAll', 'limit'] },
	link: { shorten: ['url'] },
	price: { getAll: ['countryCode'] },
	reply: { get: ['smsId'], getAll: ['campaignId', 'returnAll', 'limit'] },
	sms: {
		send: ['to', 'message', 'dynamicParameters', 'sender', 'sendAt', 'campaignName'],
		sendAndWait: ['to', 'message', 'responseType', 'approvalOptions', 'sender'],
		simulate: ['to', 'message', 'dynamicParameters', 'sender', 'sendAt', 'campaignName'],
	},
	subAccount: {
		create: ['subAccount', 'firstName', 'lastName', 'company', 'mobile', 'email', 'password'],
		update: ['subAccount'],
		delete: ['subAccount'],
		getAll: ['returnAll', 'limit'],
		adjustCredits: ['subAccount', 'credits'],
	},
	voiceMessage: { send: ['to', 'from', 'audioUrl', 'campaignName', 'sendAt'] },
};

/** Section 3.1: every option of `sms` › `send`, with the value that is its default. */
export const sendOptions = {
	api: 'v9',
	autoPersonalise: true,
	batchSize: 1000,
	clientMessageId: '',
	concurrency: 4,
	defaultCountry: 'FR',
	emailNotification: false,
	extraFields: '{}',
	flash: false,
	masterAccount: '',
	payloadFormat: 'json',
	providerTimezone: 'Europe/Paris',
	replaceTypographicCharacters: false,
	stopMention: false,
	timeout: 30,
	trackLinks: false,
	uniqueKey: '',
} as const;

/** Section 4: every option of the trigger, with the value that is its default. */
export const triggerOptions = {
	campaignIds: '',
	statuses: [],
	keyword: '',
	deduplicate: true,
	includeRaw: false,
	ipAllowList: '',
	verify: false,
	providerTimezone: 'Europe/Paris',
} as const;
