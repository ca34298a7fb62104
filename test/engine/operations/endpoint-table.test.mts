import { describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { endpoints } from '../../../docs/generate/endpoints.mts';
import { describeOnEachLine } from '../../../harness/on-each-line.mts';

/** What any of the operations may need; n8n passes by what an operation does not have. */
const everything: INodeParameters = {
	to: '0612345678',
	message: 'Hello',
	from: '0123456789',
	audioUrl: 'https://www.example.com/hello.mp3',
	smsId: 'sms-1',
	campaignId: 'campaign-1',
	phoneNumber: '0612345678',
	listName: 'Guests',
	subAccount: 'shop-lyon',
	firstName: 'Anna',
	lastName: 'Martin',
	company: 'Shop',
	mobile: '0612345678',
	email: 'anna@example.com',
	password: 'secret-1',
	updateFields: { city: 'Lyon' },
	credits: 5,
	countryCode: 'FR',
	url: 'https://www.example.com/a/long/address',
	fields: { field: [{ name: 'FIRSTNAME', value: 'Anna' }] },
};

/** What makes an operation use this endpoint, where the remark of the table asks for it. */
const asRemarked: Readonly<Record<string, INodeParameters>> = {
	getPulls: { campaignId: '' },
	getCreditsByCountryIsoCode: { options: { includeCredits: true } },
	'POST /sms/send/bulk': { options: { api: 'rest' } },
	'GET /report/campaign/{campaignId}': { options: { api: 'rest' } },
};

const rows = endpoints.flatMap(({ endpoint, servedBy }) =>
	servedBy.map((operation) => ({ endpoint, operation })),
);

/** Where a request to the endpoint arrives. */
const pathOf = (endpoint: string): string =>
	endpoint
		.replace(/^(?:GET|POST) /, '')
		.replace('{campaignId}', String(everything.campaignId))
		.toLowerCase();

describeOnEachLine('the table of endpoints', (world) => {
	test.each(rows)('$operation asks $endpoint', async ({ endpoint, operation }) => {
		const { engine, sandbox } = world();
		const [resource = '', name = ''] = operation.split(' › ');
		await engine.runAction({ ...everything, resource, operation: name, ...asRemarked[endpoint] });
		const asked = (await sandbox.requests()).map(({ path }) => path.toLowerCase());
		expect(asked.some((path) => path.replace(/\/$/, '').endsWith(pathOf(endpoint)))).toBe(true);
	});
});

describe('the table of endpoints', () => {
	test('says why an endpoint has no operation', () => {
		const silent = endpoints.filter(({ servedBy, remark }) => servedBy.length === 0 && !remark);
		expect(silent).toEqual([]);
	});
});
