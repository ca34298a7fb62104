import type { INodeParameters } from 'n8n-workflow';

/** An operation that changes something, with good answers of the provider and what becomes of them. */
export interface WriteCase {
	readonly name: string;
	readonly endpoint: string;
	/** `own` parameters differ per item. */
	readonly parameters: INodeParameters;
	readonly own: INodeParameters;
	readonly answers: readonly unknown[];
	readonly output: Readonly<Record<string, unknown>>;
	/** Whether an open outcome must not be tried again. */
	readonly once: boolean;
}

/** What `create` of a sub-account asks for besides the login. */
export const person = {
	firstName: 'Anna',
	lastName: 'Martin',
	company: 'Shop',
	mobile: '06 12 34 56 78',
	email: 'a@example.com',
	password: 'secret-1',
};
const done = [
	{ status: '1', statusText: 'Fait' },
	{ status: 1, text: 'Fait' },
	'<DATA><status>1</status><statusText>Fait</statusText></DATA>',
	{ status: 'OK' },
	{ status: 100 },
];

/** Every write of the action node that answers once per item. */
export const writeCases: readonly WriteCase[] = [
	{
		name: 'campaign › delete',
		endpoint: 'deleteCampaign',
		parameters: { resource: 'campaign', operation: 'delete', campaignId: 'c-1' },
		own: { campaignId: '={{ "c-" + $json.n }}' },
		answers: done,
		output: { deleted: true, campaignId: 'c-1' },
		once: false,
	},
	{
		name: 'contactList › create',
		endpoint: 'createList',
		parameters: {
			resource: 'contactList',
			operation: 'create',
			listName: 'c-1',
			fields: { field: [{ name: 'FIRSTNAME', filter: false, mailing: true }] },
		},
		own: { listName: '={{ "c-" + $json.n }}' },
		answers: done,
		output: { created: true, listName: 'c-1' },
		once: false,
	},
	{
		name: 'contactList › delete',
		endpoint: 'deleteList',
		parameters: { resource: 'contactList', operation: 'delete', listName: 'c-1' },
		own: { listName: '={{ "c-" + $json.n }}' },
		answers: done,
		output: { deleted: true, listName: 'c-1' },
		once: false,
	},
	{
		name: 'subAccount › create',
		endpoint: 'createSubAccount',
		parameters: { resource: 'subAccount', operation: 'create', subAccount: 'c-1', ...person },
		own: { subAccount: '={{ "c-" + $json.n }}' },
		answers: [...done, { status: 100, apiKey: 'a-new-key' }],
		output: {
			created: true,
			subAccount: 'c-1',
			statusText:
				'Created. Its API key is in the AllMySMS client area of the new account, menu "API Key and Settings"; the option \'Return API Key\' gives it here.',
		},
		once: true,
	},
	{
		name: 'subAccount › update',
		endpoint: 'updateSubAccount',
		parameters: {
			resource: 'subAccount',
			operation: 'update',
			subAccount: { __rl: true, mode: 'name', value: 'c-1' },
			updateFields: { city: 'Lyon', active: false },
		},
		own: { subAccount: '={{ "c-" + $json.n }}' },
		answers: done,
		output: { updated: true, subAccount: 'c-1' },
		once: false,
	},
	{
		name: 'subAccount › delete',
		endpoint: 'deleteSubAccount',
		parameters: { resource: 'subAccount', operation: 'delete', subAccount: 'c-1' },
		own: { subAccount: '={{ "c-" + $json.n }}' },
		answers: [...done, { subAccount: [{ Login: 'c-1', Credits: '0' }] }],
		output: { deleted: true, subAccount: 'c-1' },
		once: false,
	},
	{
		name: 'subAccount › adjustCredits',
		endpoint: 'manageSubAccountCredits',
		parameters: {
			resource: 'subAccount',
			operation: 'adjustCredits',
			subAccount: 'c-1',
			credits: -15,
		},
		own: { subAccount: '={{ "c-" + $json.n }}' },
		answers: [
			{ status: 'OK', subAccount: [{ Login: 'c-1', Credits: '135' }] },
			{ status: 100, subAccount: [{ Login: 'c-1', Credits: '135' }] },
			{ subAccount: [{ Login: 'c-1', Credits: '135' }] },
			{ subAccount: { Login: 'c-1', Credits: 135 } },
			'<DATA><subAccount><Login>c-1</Login><Credits>135</Credits></subAccount></DATA>',
		],
		output: { subAccount: 'c-1', adjustedBy: -15, credits: 135 },
		once: true,
	},
];
