import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { hasStopMention, withStopMention } from '../../../nodes/shared/vocabulary/stop.ts';

const MENTIONS = [
	'Soldes STOP au 36180',
	'stop au 36180: Soldes',
	'Soldes STOP\u00a0AU 36180',
	'Soldes. Stop SMS au 36180',
	'STOP SMS 36180',
	'STOP=36180',
	'STOP: 36180',
	'STOP 36180',
	'STOP36180',
	'STOP>36180',
	'Pour ne plus recevoir nos SMS : STOP au 36180',
	'Pour vous désabonner, envoyez STOP par SMS au 36180.',
	'Envoyez "STOP" au 36180',
	'Envoyez STOP gratuitement au 36180',
	'stop au 36 180',
	'STOP au 3 61 80',
	'STOP au 36111',
	'STOP PUB au 38080',
	'Stop au 36200',
	'STOP au numéro 36180',
	'STOP to 36180',
	'ＳＴＯＰ au 36180',
	'Envoyez au 36180 le mot STOP',
	'(STOP au 36180)',
	'STOP au 36180 2 places offertes',
];

const NONE = [
	'Soldes',
	'Répondez STOP',
	'STOP',
	'Appelez le 36180',
	'Stop 38000 Grenoble',
	'Stop by our shop, 75011 Paris',
	'Non-stop au 36180 spectateurs',
	'Stopover au 36180',
	'STOP au 0612345678',
	'STOP au 361801',
	'STOP au 1234',
	'Le stop est au bout de la rue, au 12345',
	'',
];

describe('the STOP mention', () => {
	test.each(MENTIONS)('%j has one, and gets no second', (text) => {
		expect(hasStopMention(text)).toBe(true);
		expect(withStopMention(text)).toBe(text);
	});

	test.each(NONE)('%j has none', (text) => {
		expect(hasStopMention(text)).toBe(false);
		expect(withStopMention(text)).toBe(`${text} STOP au 36180`);
	});

	test('is written once, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const once = withStopMention(text);
				expect(hasStopMention(once)).toBe(true);
				expect(withStopMention(once)).toBe(once);
			}),
		);
	});

	test('is looked for in linear time', () => {
		for (const start of ['stop ', 'au 36180 ']) {
			for (const piece of ['. ', 'au ', 'le mot ', '3 61 8 ']) {
				expect(hasStopMention(start + piece.repeat(20_000))).toBe(false);
			}
		}
	});
});
