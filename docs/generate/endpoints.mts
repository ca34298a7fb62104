/** An endpoint of the provider with the operation that serves it, or why none does. */
export interface ServedEndpoint {
	/** As requests name it. */
	readonly endpoint: string;
	readonly api: 'HTTP API v9.0' | 'REST API';
	/** `resource › operation`; empty where none serves it. */
	readonly servedBy: readonly string[];
	readonly remark?: string;
}

const v9 = (endpoint: string, servedBy: string[], remark?: string): ServedEndpoint => ({
	endpoint,
	api: 'HTTP API v9.0',
	servedBy,
	...(remark === undefined ? {} : { remark }),
});

const rest = (endpoint: string, servedBy: string[], remark?: string): ServedEndpoint => ({
	endpoint,
	api: 'REST API',
	servedBy,
	...(remark === undefined ? {} : { remark }),
});

/** Every endpoint that is known of either API. */
export const endpoints: readonly ServedEndpoint[] = [
	v9('(root, simplified sending)', [], 'sendSms does the same and tells the ID of each SMS'),
	v9('sendSms', ['sms › send', 'sms › sendAndWait']),
	v9('simulateCampaign', ['sms › simulate']),
	v9('getAcks', ['deliveryReport › getAll']),
	v9('getAckBySmsId', ['deliveryReport › get']),
	v9('getPulls', ['reply › getAll'], 'with an empty Campaign ID'),
	v9('getPull', ['reply › getAll'], 'with a Campaign ID'),
	v9('getPullBySmsId', ['reply › get']),
	v9('getInfo', ['account › get'], 'also the test of the credential'),
	v9('getBlacklist', ['blacklist › getAll', 'blacklist › check']),
	v9('deleteCampaign', ['campaign › delete']),
	v9('getCampaignStats', ['campaign › getStatistics']),
	v9('createSubAccount', ['subAccount › create']),
	v9('updateSubAccount', ['subAccount › update']),
	v9('getSubAccounts', ['subAccount › getAll'], 'also the search under Sub-Account'),
	v9('manageSubAccountCredits', ['subAccount › adjustCredits']),
	v9('deleteSubAccount', ['subAccount › delete']),
	v9('createList', ['contactList › create']),
	v9('populateList', ['contact › create']),
	v9('deleteContacts', ['contact › delete']),
	v9('deleteList', ['contactList › delete']),
	v9('getLists', ['contactList › getAll'], 'also the search under List Name'),
	v9('getContacts', ['contact › getAll']),
	v9('getCreditsByCountryIsoCode', ['price › getAll'], 'with the option Include Credits'),
	v9('getPrices', ['price › getAll']),
	v9('shortenUrl', ['link › shorten'], 'also sms › sendAndWait with the option Shorten Link'),
	v9('sendMms', [], 'retired: the manuals of 2019 and 2020 no longer offer MMS'),
	v9('sendEmail', [], 'no e-mail: its answers and its present state are in no public document'),
	v9('sendVms', [], 'its parameters are in no public document; voice messages leave by REST'),
	rest('POST /sms/send', [], 'POST /sms/send/bulk does the same for one number and for many'),
	rest('POST /sms/send/bulk', ['sms › send', 'sms › sendAndWait', 'sms › simulate'], 'with the option API set to REST'),
	rest('POST /voice/send/bulk', ['voiceMessage › send']),
	rest('GET /account', [], 'getInfo tells the same, and the credits too'),
	rest(
		'GET /report/campaign/{campaignId}',
		['deliveryReport › getAll'],
		'with the option API set to REST',
	),
];
