import { describe, expect, test } from '@jest/globals';
import { FormData } from 'undici';

import { setStage } from './client/stage.mts';
import { ask, signature } from './client/v9.mts';

const stage = setStage();

describe('secrets', () => {
	const key = 'pl4nted/s+cret=';
	const everything = async (): Promise<string> =>
		JSON.stringify([
			await stage.control.requests(),
			await stage.control.state(),
			await stage.control.pushes(),
		]);

	test('are masked wherever a client writes them', async () => {
		const url = `${stage.origin}/http/9.0/getInfo`;
		const wrong = { login: 'sandbox', apiKey: key };
		const form = new FormData();
		form.append('login', 'sandbox');
		form.append('apiKey', key);
		const encoded = new URLSearchParams(wrong).toString();
		await ask(`${url}?${encoded}`);
		await ask(url, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: encoded,
		});
		await ask(url, { method: 'POST', body: form });
		await ask(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(wrong),
		});
		await ask(`${stage.origin}/account`, {
			headers: { authorization: `Basic ${btoa(`sandbox:${key}`)}` },
		});
		await ask(`${stage.origin}/sms/send`, {
			method: 'POST',
			body: JSON.stringify({ apiKey: key, to: '1' }),
		});
		await ask(`${url}?apikey=${encodeURIComponent(key)}&x=1`, {
			headers: { cookie: key, 'x-note': `k=${key}` },
		});
		const log = await everything();
		expect(await stage.control.requests()).toHaveLength(7);
		for (const spelling of [
			encodeURIComponent(key),
			btoa(`sandbox:${key}`),
			new URLSearchParams({ a: key }).toString().slice(2),
		]) {
			expect(log).not.toContain(spelling);
		}
		expect(log.split(key).length - 1).toBe(log.split(`k=${key}`).length - 1);
	});

	test('the key of the account is masked under any name, the login stays', async () => {
		await ask(
			`${stage.origin}/http/9.0/getInfo?${new URLSearchParams(signature).toString()}&note=sandbox-key`,
		);
		await stage.v9.text('My key is sandbox-key', '33612345678');
		const log = JSON.stringify(await stage.control.requests());
		expect(log).not.toContain('sandbox-key');
		expect(log).toContain('"login":"sandbox"');
	});

	test('the token of a webhook is not in the list of pushes', async () => {
		await stage.control.setWebhooks({ replyUrl: 'http://127.0.0.1:9/hook?token=t0ken-1' });
		await stage.control.reply('33612345678', 'Hello');
		expect(JSON.stringify((await stage.control.state()).pushes)).not.toContain('t0ken-1');
		expect(JSON.stringify(await stage.control.pushes())).toContain('/hook?token=***');
	});
});
