import { describe, expect, test } from '@jest/globals';

import { setStage } from './client/stage.mts';

const stage = setStage();

const lastText = async (): Promise<string | undefined> =>
	(await stage.control.messages()).at(-1)?.text;

describe('payload spellings', () => {
	test.each([
		['one object for the list', '{"DATA":{"MESSAGE":"a","SMS":{"MOBILEPHONE":33612345678}}}'],
		['lower-case tags', '{"data":{"message":"a","sms":[{"mobilephone":"33612345678"}]}}'],
		[
			'nulls where davaxi has no value',
			'{"DATA":{"MESSAGE":"a","DYNAMIC":0,"FLASH":"0","DATE":null,"TPOA":null,"CLIMSGID":null,"MASTERACCOUNT":null,"SMS":[{"MOBILEPHONE":"33612345678"}]}}',
		],
		['a byte order mark', '\ufeff{"DATA":{"MESSAGE":"a","SMS":[{"MOBILEPHONE":"33612345678"}]}}'],
		[
			'lower-case XML',
			'<data><message>a</message><sms><mobilephone>33612345678</mobilephone></sms></data>',
		],
		[
			'an XML declaration',
			'<?xml version="1.0" encoding="UTF-8"?>\n<DATA>\n<MESSAGE>a</MESSAGE>\n<SMS>\n<MOBILEPHONE> 33612345678 </MOBILEPHONE>\n</SMS>\n</DATA>\n',
		],
		[
			'XML attributes and comments',
			'<DATA v="1"><!-- c --><MESSAGE>a</MESSAGE><SMS id="1"><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>',
		],
		[
			'keys that JavaScript minds',
			'{"DATA":{"MESSAGE":"a","__proto__":{"x":1},"constructor":"y","SMS":[{"MOBILEPHONE":"33612345678","__proto__":"z"}]}}',
		],
	])('%s', async (_what, smsData) => {
		const { json } = await stage.v9.call('sendSms', { smsData, returnformat: 'json' });
		expect(json).toMatchObject({ status: 100 });
		expect(await lastText()).toBe('a');
	});

	test('CDATA, entities and characters of every plane', async () => {
		const send = async (message: string) => {
			const smsData = `<DATA><MESSAGE>${message}</MESSAGE><SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>`;
			await stage.v9.call('sendSms', { smsData });
			return await lastText();
		};
		expect(await send('a &lt;b&gt; &amp;amp; &#233;&#x1F600;')).toBe('a <b> &amp; é😀');
		expect(await send('<![CDATA[ <b> & ]]]]><![CDATA[> ]]>')).toBe(' <b> & ]]> ');
		expect(await send('x<![CDATA[y]]>z')).toBe('xyz');
		expect(await send('one\ntwo')).toBe('one\ntwo');
	});

	test('an entity of a document type is never expanded', async () => {
		const { json } = await stage.v9.call('sendSms', {
			smsData:
				'<!DOCTYPE D [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><DATA><MESSAGE>&b;</MESSAGE><SMS><MOBILEPHONE>33612345678</MOBILEPHONE></SMS></DATA>',
			returnformat: 'json',
		});
		expect([100, 106]).toContain(json.status);
		expect((await lastText()) ?? '').not.toContain('aaaa');
	});
});
