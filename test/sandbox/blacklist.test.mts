import { describe, expect, test } from '@jest/globals';

import { deliveredOn, PARIS } from './client/delivered.mts';
import { setStage } from './client/stage.mts';
import { until } from './client/until.mts';

const stage = setStage();
const delivered = deliveredOn(stage);

describe('the blacklist', () => {
	test.each([
		'STOP',
		'stop',
		'Stop.',
		' Stop !',
		'Stop au 36180',
		'STOP SMS',
		'STOP36180',
		'STÓP',
		'stóp',
		'"STOP"',
		'« Stop »',
		'🛑 stop',
		'ＳＴＯＰ',
		'\u200bS\u00adTOP',
		'STOP\nEnvoyé de mon téléphone',
	])('%s goes on it', async (message) => {
		await delivered('a', '33612345678');
		await stage.control.reply('33612345678', message);
		expect((await stage.v9.call('getBlacklist')).json).toEqual({
			blacklist: [
				{
					phoneNumber: '33612345678',
					comment: 'stop',
					receptionDate: expect.stringMatching(PARIS),
				},
			],
		});
		expect((await stage.v9.text('b', '33612345678')).json).toMatchObject({ status: 114 });
	});

	test.each([
		'stopover at 5?',
		'Stopper la livraison ?',
		'stopper',
		'STOPPEZ',
		'STOP36180x',
		'éstop',
		'non stop',
		'I cannot stop',
		'Arrêt',
		'désabonner',
	])('%s does not', async (message) => {
		await delivered('a', '33612345678');
		await stage.control.reply('33612345678', message);
		expect((await stage.v9.call('getBlacklist')).json).toEqual({ blacklist: [] });
		expect((await stage.v9.text('b', '33612345678')).json).toMatchObject({ status: 100 });
		expect((await stage.v9.call('getPulls')).json).toMatchObject({ mos: [{ message }] });
	});

	test('a scheduled SMS to a number that said STOP meanwhile is rejected', async () => {
		await delivered('a', '33612345678');
		const at = new Date(Date.now() + 2_000);
		const DATE = at.toLocaleString('sv-SE', { timeZone: 'Europe/Paris' });
		await stage.v9.send({ MESSAGE: 'later', DATE, SMS: [{ MOBILEPHONE: '33612345678' }] });
		await stage.control.reply('33612345678', 'STOP');
		await until(
			'the departure',
			async () => (await stage.control.messages()).at(-1)?.status === 'rejected',
		);
	});
});
