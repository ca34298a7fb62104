/** Type of one key of an output item; a question mark: or null. */
export type KeyType =
	| 'string'
	| 'string?'
	| 'number'
	| 'number?'
	| 'boolean'
	| 'boolean?'
	| 'object'
	| 'strings';

/** The keys of an output item. */
export type OutputRow = Readonly<Record<string, KeyType>>;

const receipt: OutputRow = {
	event: 'string',
	smsId: 'string?',
	campaignId: 'string?',
	phoneNumber: 'string?',
	status: 'string',
	statusCode: 'number?',
	statusText: 'string?',
	final: 'boolean',
	receivedAt: 'string?',
};

const reply: OutputRow = {
	event: 'string',
	replyId: 'string?',
	smsId: 'string?',
	campaignId: 'string?',
	phoneNumber: 'string?',
	message: 'string?',
	receivedAt: 'string?',
};

const contactCounts: OutputRow = {
	success: 'number?',
	ignored: 'number?',
	duplicated: 'number?',
	listName: 'string',
};

/** What each operation gives: source of the output schemas and of the documentation. */
export const outputRows: Readonly<Record<string, Readonly<Record<string, OutputRow>>>> = {
	account: {
		get: {
			email: 'string?',
			firstName: 'string?',
			lastName: 'string?',
			company: 'string?',
			status: 'string?',
			credits: 'number?',
			balance: 'number?',
			smsLeft: 'number?',
			country: 'string?',
		},
	},
	blacklist: {
		check: { phoneNumber: 'string', blacklisted: 'boolean', since: 'string?', reason: 'string?' },
		getAll: { phoneNumber: 'string?', since: 'string?', reason: 'string?' },
	},
	campaign: {
		delete: { deleted: 'boolean', campaignId: 'string' },
		getStatistics: {
			campaignId: 'string',
			sms: 'number?',
			delivered: 'number?',
			pending: 'number?',
			undelivered: 'number?',
			invalid: 'number?',
			clicks: 'number?',
			uniqueClicks: 'number?',
		},
	},
	contact: {
		create: contactCounts,
		delete: { deleted: 'boolean', ...contactCounts },
		getAll: { phoneNumber: 'string?', listName: 'string', fields: 'object' },
	},
	contactList: {
		create: { created: 'boolean', listName: 'string' },
		delete: { deleted: 'boolean', listName: 'string' },
		getAll: {
			listName: 'string?',
			contacts: 'number?',
			locked: 'boolean?',
			createdAt: 'string?',
		},
	},
	deliveryReport: { get: receipt, getAll: receipt },
	link: { shorten: { url: 'string', shortUrl: 'string' } },
	price: {
		getAll: {
			countryCode: 'string?',
			prefix: 'string?',
			sms: 'number?',
			voicemail: 'number?',
			textToSpeech: 'number?',
			call: 'number?',
		},
	},
	reply: { get: reply, getAll: reply },
	sms: {
		send: {
			to: 'string',
			status: 'string',
			statusCode: 'number?',
			statusText: 'string',
			smsId: 'string?',
			campaignId: 'string?',
			campaignName: 'string?',
			scheduledFor: 'string?',
			encoding: 'string',
			segments: 'number',
			creditsLeft: 'number?',
			balance: 'number?',
		},
		simulate: {
			recipients: 'number',
			segments: 'number',
			credits: 'number?',
			invalidNumbers: 'strings',
			campaignName: 'string?',
			sender: 'string?',
			message: 'string',
		},
	},
	subAccount: {
		adjustCredits: { subAccount: 'string', adjustedBy: 'number', credits: 'number?' },
		create: { created: 'boolean', subAccount: 'string' },
		delete: { deleted: 'boolean', subAccount: 'string' },
		getAll: {
			subAccount: 'string?',
			firstName: 'string?',
			lastName: 'string?',
			company: 'string?',
			email: 'string?',
			mobile: 'string?',
			credits: 'number?',
			createdAt: 'string?',
			lastActivityAt: 'string?',
		},
		update: { updated: 'boolean', subAccount: 'string' },
	},
	voiceMessage: {
		send: {
			to: 'string',
			status: 'string',
			statusCode: 'number?',
			statusText: 'string',
			smsId: 'string?',
			campaignId: 'string?',
			campaignName: 'string?',
			scheduledFor: 'string?',
			balance: 'number?',
			cost: 'number?',
		},
	},
};
