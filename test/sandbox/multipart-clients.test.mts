import { describe, expect, test } from '@jest/globals';
import { FormData } from 'undici';

import { setStage } from './client/stage.mts';
import { ask, signature } from './client/v9.mts';

/**
 * Requests in the shapes that public programs send (docs/provider.md, Sources), and what these
 * programs read of the answers.
 */
const stage = setStage();

const texts = async (): Promise<string[]> =>
	(await stage.control.messages()).map(({ text }) => text);

/** davaxi and its heirs: cURL with an array, which is multipart; null becomes an empty field. */
const multipart = async (path: string, fields: Readonly<Record<string, string>>) => {
	const form = new FormData();
	for (const [name, value] of Object.entries({ ...fields, ...signature })) form.append(name, value);
	return await ask(`${stage.origin}/http/9.0${path}`, { method: 'POST', body: form });
};

describe('davaxi, Quentinix, ZephyrHQ', () => {
	const smsData = (tags: object) =>
		JSON.stringify({
			DATA: {
				MESSAGE: 'Hello',
				DYNAMIC: 0,
				FLASH: '0',
				CAMPAIGN_NAME: null,
				DATE: null,
				TPOA: null,
				MAIL_NOTIF: '0',
				SMS: [{ MOBILEPHONE: '+33612345678' }],
				CLIMSGID: null,
				MASTERACCOUNT: null,
				...tags,
			},
		});

	test('a send without values, flags off', async () => {
		const { json: sent } = await multipart('/sendSms', { smsData: smsData({}) });
		expect(sent).toMatchObject({ status: 100, smsIds: [{ phoneNumber: '33612345678' }] });
		expect(await stage.control.messages()).toEqual([
			expect.objectContaining({ text: 'Hello', flash: false, clientMessageId: null }),
		]);
	});

	test('a literal marker stays what it is with DYNAMIC 0', async () => {
		for (const DYNAMIC of [0, '0']) {
			await multipart('/sendSms', {
				smsData: smsData({ MESSAGE: 'Dear #param_1#', DYNAMIC }),
			});
		}
		expect(await texts()).toEqual(['Dear #param_1#', 'Dear #param_1#']);
	});

	test.each([
		['the values', 1],
		['the values, as text', '1'],
		['the occurrences', 2],
		['the occurrences, as text', '2'],
	])('DYNAMIC may count %s', async (_what, DYNAMIC) => {
		await multipart('/sendSms', {
			smsData: smsData({
				MESSAGE: '#param_1#, you are #param_1#',
				DYNAMIC,
				SMS: [{ MOBILEPHONE: '0612345678', PARAM_1: 'Zoé' }],
			}),
		});
		expect(await texts()).toEqual(['Zoé, you are Zoé']);
	});

	test('the simplified send, its empty fields', async () => {
		const { json: sent } = await multipart('/', {
			message: 'Hello',
			mobile: '0612345678;+33687654321',
			tpoa: '',
			date: '',
			flash: '0',
			campaign: '',
		});
		expect(sent).toMatchObject({ status: 100, campaignId: expect.any(String) });
		expect(await texts()).toEqual(['Hello', 'Hello']);
	});

	test('reads with an empty sub-account, and contacts through createList', async () => {
		for (const [path, fields, key] of [
			['/getInfo/', {}, 'credits'],
			['/getBlacklist/', {}, 'blacklist'],
			['/getPulls/', { limit: '1000' }, 'mos'],
			['/getLists/', {}, 'lists'],
			['/getSubAccounts/', {}, 'subAccounts'],
			['/getPrices/', {}, 'countries'],
		] as const) {
			const read = await multipart(path, { ...fields, subAccount: '', returnformat: 'json' });
			expect(read.json).toHaveProperty(key);
		}
		const data = (tags: object) =>
			JSON.stringify({ DATA: { LISTNAME: 'L', SUBACCOUNT: null, ...tags } });
		const CONTACTS = [{ MOBILEPHONE: '0612345678' }];
		const requests: ReadonlyArray<Readonly<Record<string, string>>> = [
			{
				listData: data({ LOCKED: '0', STRUCTURE: [{ FIELDNAME: 'City', FILTER: 0, MAILING: 0 }] }),
			},
			{ populateData: data({ CONTACTS }) },
			{ deleteData: data({ CONTACTS }) },
		];
		for (const fields of requests) {
			expect((await multipart('/createList/', fields)).json).toMatchObject({ status: '1' });
		}
	});
});

test('GEPI: JSON with blanks and tabs by hand, many phones', async () => {
	const smsData =
		'{\n"DATA": {\n\t"MESSAGE": "R\\u00e9union \\/ 18h",\n\t"DYNAMIC": "0",\n\t"SMS": \t[\n\t{\n\t"MOBILEPHONE": "0612345678"\n\t},\n\t{\n\t"MOBILEPHONE": "0687654321"\n\t}\n\t]\n\t}\n}\n';
	expect((await multipart('/sendSms/', { smsData })).json).toMatchObject({
		status: 100,
		nbContacts: '2',
	});
	expect(await texts()).toEqual(['Réunion / 18h', 'Réunion / 18h']);
});
