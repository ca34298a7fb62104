import type { INodeParameters } from 'n8n-workflow';

/** An operation that reads, with an answer of the provider and what becomes of it. */
export interface ReadCase {
	readonly name: string;
	readonly endpoint: string;
	readonly parameters: INodeParameters;
	/** One row of the provider. */
	readonly row: Readonly<Record<string, unknown>>;
	/** The key of the list; null where the row stands alone. */
	readonly list: string | null;
	/** What the answer gives. */
	readonly output: Readonly<Record<string, unknown>>;
	/** Items of an empty answer; an error where it is no item. */
	readonly whenEmpty: number | 'error';
}

const PHONE = '33612345678';
/** The same in the output. */
const E164 = `+${PHONE}`;
const DATE = '2026-05-01 10:00:00';
const ISO = '2026-05-01T10:00:00+02:00';

const receipt = {
	event: 'deliveryReport',
	phoneNumber: E164,
	status: 'delivered',
	statusCode: 1,
	statusText: 'Delivered',
	final: true,
	receivedAt: ISO,
};

/** Every read of the action node. */
export const readCases: readonly ReadCase[] = [
	{
		name: 'deliveryReport › get',
		endpoint: 'getAckBySmsId',
		parameters: { resource: 'deliveryReport', operation: 'get', smsId: 's-1' },
		row: { phoneNumber: PHONE, statut: '1', comment: 'Delivered', receptionDate: DATE },
		list: null,
		output: { ...receipt, smsId: 's-1', campaignId: null },
		whenEmpty: 1,
	},
	{
		name: 'deliveryReport › getAll',
		endpoint: 'getAcks',
		parameters: { resource: 'deliveryReport', operation: 'getAll', campaignId: 'c-1' },
		row: { phoneNumber: PHONE, status: 1, comment: 'Delivered', receptionDate: DATE },
		list: 'acks',
		output: { ...receipt, smsId: null, campaignId: 'c-1' },
		whenEmpty: 0,
	},
	{
		name: 'deliveryReport › getAll by REST',
		endpoint: '/report/campaign/c-1',
		parameters: {
			resource: 'deliveryReport',
			operation: 'getAll',
			campaignId: 'c-1',
			options: { api: 'rest' },
		},
		row: { phoneNumber: PHONE, code: 1, description: 'Delivered', receptionDate: DATE },
		list: 'reports',
		output: { ...receipt, smsId: null, campaignId: 'c-1' },
		whenEmpty: 0,
	},
	{
		name: 'reply › get',
		endpoint: 'getPullBySmsId',
		parameters: { resource: 'reply', operation: 'get', smsId: 's-1' },
		row: { phoneNumber: PHONE, campaignId: 'c-1', message: ' Oui ', receptionDate: DATE },
		list: null,
		output: {
			event: 'reply',
			replyId: null,
			smsId: 's-1',
			campaignId: 'c-1',
			phoneNumber: E164,
			message: 'Oui',
			receivedAt: ISO,
		},
		whenEmpty: 0,
	},
	...[
		{ name: 'reply › getAll', endpoint: 'getPulls', campaignId: '' },
		{ name: 'reply › getAll of a campaign', endpoint: 'getPull', campaignId: 'c-1' },
	].map(({ name, endpoint, campaignId }) => ({
		name,
		endpoint,
		parameters: { resource: 'reply', operation: 'getAll', campaignId },
		row: {
			phoneNumber: PHONE,
			id: 'r-1',
			campaignId: 'c-1',
			message: 'Stop !',
			receptionDate: DATE,
		},
		list: 'mos',
		output: {
			event: 'stop',
			replyId: 'r-1',
			smsId: null,
			campaignId: 'c-1',
			phoneNumber: E164,
			message: 'Stop !',
			receivedAt: ISO,
		},
		whenEmpty: 0,
	})),
	{
		name: 'campaign › getStatistics',
		endpoint: 'getCampaignStats',
		parameters: { resource: 'campaign', operation: 'getStatistics', campaignId: 'c-1' },
		row: {
			nbSms: '10',
			delivered: '7',
			pending: '1',
			error: '1',
			invalid: '1',
			click: '3',
			uniqueClick: '2',
		},
		list: 'campaign',
		output: {
			campaignId: 'c-1',
			sms: 10,
			delivered: 7,
			pending: 1,
			undelivered: 1,
			invalid: 1,
			clicks: 3,
			uniqueClicks: 2,
		},
		whenEmpty: 'error',
	},
	{
		name: 'price › getAll',
		endpoint: 'getPrices',
		parameters: { resource: 'price', operation: 'getAll', countryCode: 'fr' },
		row: {
			isoCode: 'FR',
			sms: '0.045',
			directdeposit: '0.12',
			tts: '0.13',
			call: '0.24',
			prefix: '33',
		},
		list: 'countries',
		output: {
			countryCode: 'FR',
			prefix: '33',
			sms: 0.045,
			voicemail: 0.12,
			textToSpeech: 0.13,
			call: 0.24,
		},
		whenEmpty: 0,
	},
	{
		name: 'blacklist › getAll',
		endpoint: 'getBlacklist',
		parameters: { resource: 'blacklist', operation: 'getAll' },
		row: { phoneNumber: PHONE, comment: 'stop', receptionDate: DATE },
		list: 'blacklist',
		output: { phoneNumber: E164, since: ISO, reason: 'stop' },
		whenEmpty: 0,
	},
	{
		name: 'blacklist › check',
		endpoint: 'getBlacklist',
		parameters: { resource: 'blacklist', operation: 'check', phoneNumber: '06 12 34 56 78' },
		row: { phoneNumber: PHONE, comment: 'stop', receptionDate: DATE },
		list: 'blacklist',
		output: { phoneNumber: E164, blacklisted: true, since: ISO, reason: 'stop' },
		whenEmpty: 1,
	},
	{
		name: 'contactList › getAll',
		endpoint: 'getLists',
		parameters: { resource: 'contactList', operation: 'getAll' },
		row: { listName: 'Clients', contacts: '2', locked: '0', creationDate: '2026-05-01' },
		list: 'lists',
		output: { listName: 'Clients', contacts: 2, locked: false, createdAt: '2026-05-01' },
		whenEmpty: 0,
	},
	{
		name: 'contact › getAll',
		endpoint: 'getContacts',
		parameters: {
			resource: 'contact',
			operation: 'getAll',
			listName: { __rl: true, mode: 'name', value: 'Clients' },
		},
		row: { MobilePhone: PHONE, FIRSTNAME: 'Anna' },
		list: 'contacts',
		output: { phoneNumber: E164, listName: 'Clients', fields: { FIRSTNAME: 'Anna' } },
		whenEmpty: 0,
	},
	{
		name: 'subAccount › getAll',
		endpoint: 'getSubAccounts',
		parameters: { resource: 'subAccount', operation: 'getAll' },
		row: {
			Login: 'shop-lyon',
			FirstName: 'Anna',
			LastName: 'Martin',
			Company: 'Shop',
			Email: 'anna@example.com',
			Mobile: PHONE,
			Credits: '150',
			CreationDate: DATE,
			LastActivity: DATE,
		},
		list: 'subAccounts',
		output: {
			subAccount: 'shop-lyon',
			firstName: 'Anna',
			lastName: 'Martin',
			company: 'Shop',
			email: 'anna@example.com',
			mobile: E164,
			credits: 150,
			createdAt: ISO,
			lastActivityAt: ISO,
		},
		whenEmpty: 0,
	},
	{
		name: 'link › shorten',
		endpoint: 'shortenUrl',
		parameters: { resource: 'link', operation: 'shorten', url: 'https://www.example.com/a' },
		row: { url: 'https://www.example.com/a', shortUrl: 'https://bs.ms/x' },
		list: null,
		output: { url: 'https://www.example.com/a', shortUrl: 'https://bs.ms/x' },
		whenEmpty: 'error',
	},
];
