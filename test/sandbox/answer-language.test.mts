import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';

const stage = setStage();

const JSON_DATA = JSON.stringify({
	DATA: { MESSAGE: 'Été & €1 100% + "x"', SMS: [{ MOBILEPHONE: '33612345678' }] },
});

describe('the language of the answer', () => {
	const xml = '<DATA><MESSAGE>a</MESSAGE><SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>';

	test.each([
		[xml, '', 'text/xml'],
		[xml, 'json', 'text/html'],
		[xml, 'JSON', 'text/html'],
		[JSON_DATA, '', 'text/html'],
		[JSON_DATA, 'Xml', 'text/xml'],
		[JSON_DATA, 'yaml', 'text/html'],
	])('of %s with returnformat "%s" is %s', async (smsData, returnformat, type) => {
		const answer = await stage.v9.call('sendSms', { smsData, returnformat });
		expect(answer.type).toBe(`${type}; charset=UTF-8`);
		expect(answer.text.startsWith('<')).toBe(type === 'text/xml');
	});

	test('of a read is JSON, and XML on demand with one element per row', async () => {
		await stage.v9.text('Hi', '33611111111', '33622222222');
		const json = await stage.v9.call('getInfo');
		expect(json.json).toMatchObject({ email: 'sandbox@example.com' });
		const xmlAnswer = await stage.v9.call('getInfo', { returnformat: 'xml' });
		expect(xmlAnswer.text).toMatch(
			/^<\?xml .*<RESPONSE><status>Active Account<\/status>.*<\/RESPONSE>$/,
		);
	});

	test('follows the habits that are set', async () => {
		await stage.control.setHabits({
			jsonType: 'application/json',
			numbers: 'text',
			singleObjects: true,
			htmlEntities: true,
			byteOrderMark: true,
		});
		const { type, bytes } = await stage.v9.text('a', '33612345678');
		expect(type).toBe('application/json; charset=UTF-8');
		const text = bytes.toString('utf8');
		expect(text).toMatch(
			/^\ufeff\n\{"status":"100","statusText":"Le message a &eacute;t&eacute; envoy&eacute;"/,
		);
		expect(text).toContain('"smsIds":{"phoneNumber":"33612345678"');
		await stage.control.setHabits({ numbers: 'number', byteOrderMark: false });
		expect((await stage.v9.text('a', '33612345678')).text).toContain('"creditsUsed":15,');
	});
});
