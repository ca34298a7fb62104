import { describe, expect, test } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';

import { setStage } from './client/stage.mts';

const stage = setStage();

/** What a client finds in an XML answer: its root, and every value as text. */
function read(text: string): Record<string, unknown> {
	expect(XMLValidator.validate(text)).toBe(true);
	const parser = new XMLParser({ ignoreDeclaration: true, parseTagValue: false });
	const { RESPONSE: root } = parser.parse(text) as { RESPONSE: Record<string, unknown> };
	return root;
}

const ask = async (endpoint: string, fields: Record<string, string> = {}) => {
	const answer = await stage.v9.call(endpoint, { ...fields, returnformat: 'xml' });
	expect(answer.type).toBe('text/xml; charset=UTF-8');
	return read(answer.text);
};

describe('a list without rows is an element without content', () => {
	test.each([
		['getPulls', { mos: '' }],
		['getBlacklist', { blacklist: '' }],
		['getLists', { lists: '' }],
		['getSubAccounts', { total: '0', subAccounts: '' }],
	])('%s', async (endpoint, expected) => {
		expect(await ask(endpoint)).toEqual(expected);
	});

	test('getAcks, getPull and getContacts', async () => {
		await stage.control.setSettings({
			receiptDelaysMs: { handedOver: 60_000, delivered: 60_000 },
		});
		const { json } = await stage.v9.text('a', '33612345678');
		const campId = String(json.campaignId);
		expect(await ask('getAcks', { campId })).toEqual({ acks: '', cliMsgId: '' });
		expect(await ask('getPull', { campId })).toEqual({ mos: '', cliMsgId: '' });
		await stage.v9.call('createList', { listData: '{"DATA":{"LISTNAME":"L"}}' });
		expect(await ask('getContacts', { listName: 'L' })).toEqual({ contacts: '' });
	});
});

test('rows are repeated elements, and refusals have the same root', async () => {
	await stage.control.reply('33611111111', 'one');
	expect(await ask('getPulls')).toMatchObject({ mos: { message: 'one' } });
	await stage.control.reply('33611111111', 'two <&> "é"');
	expect(await ask('getPulls')).toMatchObject({
		mos: [{ message: 'two <&> "é"' }, { message: 'one' }],
	});
	expect(await ask('getContacts', { listName: 'none' })).toMatchObject({ status: '0' });
});
