import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isStop } from '../../../nodes/shared/vocabulary/stop.ts';

const STOPS = [
	// The word alone, however it is written.
	'STOP',
	'stop',
	'Stop.',
	'STOP!!!',
	'Stop ?',
	'"STOP"',
	'« Stop »',
	"'stop'",
	'(STOP)',
	'*STOP*',
	' \n STOP \n',
	'stóp',
	'ＳＴＯＰ',
	'𝗦𝗧𝗢𝗣',
	'S.T.O.P',
	'S T O P',
	's-t-o-p!',
	'STOPP',
	'stooop',
	'\u200BSTOP',
	'S\u00ADTOP',
	'\u200ESTOP\u200F',
	'🛑 stop',
	'STOP 🛑',
	'STOP ✋🏽 😡',
	'Stop stop stop',
	// With what belongs to it.
	'STOP SMS',
	'STOPSMS',
	'Stop-sms',
	'STOP PUB',
	'Stop aux publicités !',
	'STOP36180',
	'STOP 36180',
	'STOP au 36180',
	'STOP au 36 180',
	'STOP=36180',
	'36180 STOP',
	'STOP 06 12 34 56 78',
	'STOP ALL',
	'STOPALL',
	'stop svp',
	"Stop s'il vous plaît",
	'STOP merci',
	'STOP, merci d’avance',
	'Bonjour, STOP',
	'Bonjour stop svp merci',
	'Merci de STOP',
	'Please stop',
	'OK stop',
	'Re: STOP',
	'SMS STOP',
	'Non merci, stop',
	'Stop sending me texts please',
	'please stop texting me',
	'stop je ne veux plus recevoir de sms',
	"STOP arrêtez de m'envoyer des messages",
	"Stop ne m'envoyez plus rien",
	'stop ne me contactez plus',
	'Stop harcèlement',
	'Stop laissez moi tranquille',
	// A sentence or line of its own, whatever follows.
	'STOP\n\nJean Dupont',
	'STOP\nEnvoyé de mon iPhone',
	'STOP. Je change de numéro.',
	'Stop ! Vous m’avez écrit trois fois.',
	'Stop, c’est trop cher',
	'STOP - Martin',
	// Words that mean the same, as the whole reply.
	'STOPPEZ',
	'Stoppez svp',
	'stopper',
	'Arrêt',
	'ARRET',
	'arrêtez',
	'Arrêtez de m’envoyer des SMS !',
	'arrête stp',
	'désabonner',
	'Désabonnez-moi svp',
	'Désabonnement',
	'Merci de me désabonner de votre liste',
	'je veux me désinscrire',
	'désinscription',
	'Bonjour, je souhaite être désabonnée',
	'unsubscribe',
	'Unsubscribe me please',
	'opt-out',
	'OPTOUT',
];

const REPLIES = [
	// STOP is a part of another word, or goes on as a sentence about something else.
	'stopover at 5?',
	'stopwatch',
	'non-stop',
	'Non stop',
	'nonstop',
	'Stop at gate 5 please',
	'Stop by at 5',
	'Stop the delivery!',
	'STOP la livraison',
	'Stop pour la commande 12',
	'stop-loss',
	'Stop & go',
	'Stop: gate 5',
	'Stop 5 minutes',
	'stop 14h30',
	'Stop 14/05',
	'Stop appelez moi',
	'Un stop svp',
	'1 STOP',
	'Le bus stop est loin',
	'Don’t stop',
	'Je ne peux pas stop',
	'full stop',
	'www.stop.fr',
	'stop.fr',
	'St op',
	// Words that mean the same, about something else.
	'Stopper la livraison ?',
	'Ne pas stopper',
	'Stoppez les travaux',
	'Arrêt maladie',
	'Arrêt de bus',
	'L’arrêt ?',
	'Arrêtez la livraison',
	'arrêtez pas',
	'Arrêt. Je descends là.',
	'Désinscription au cours de yoga',
	'Ne pas me désabonner',
	'Comment se désabonner de la box ?',
	// What answers a question.
	'NON',
	'Annuler',
	'CANCEL',
	'QUIT',
	'END',
	'Fin',
	'Remove',
	// Sentences without the word: the pack does not guess.
	'Ne m’envoyez plus de SMS',
	'Laissez-moi tranquille',
	'🛑',
	'',
	'   ',
	'!!!',
	null,
];

describe('isStop', () => {
	test.each(STOPS)('%j asks for no more SMS', (message) => {
		expect(isStop(message)).toBe(true);
	});

	test.each(REPLIES)('%j is a reply', (message) => {
		expect(isStop(message)).toBe(false);
	});

	test('the examples of the manual are what it says they are', () => {
		const manual = readFileSync('docs/webhooks.md', 'utf8');
		const rows = [...manual.matchAll(/^\| (`.*?) +\| `(stop|reply)` +\|/gm)];
		const examples = rows.flatMap(([, cell = '', event]) =>
			[...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => [text, event === 'stop'] as const),
		);
		expect(examples.length).toBeGreaterThan(40);
		for (const [text, expected] of examples) expect([text, isStop(text)]).toEqual([text, expected]);
	});

	const decorated = fc.tuple(
		fc.constantFrom('STOP', 'stop', 'Stop', 'sTóP', 'ＳＴＯＰ', 'STOPP'),
		fc.stringMatching(/^[ "'«»(*_\u200b\u200e!.🛑]{0,4}$/u),
		fc.stringMatching(/^[ "'»)*_\u200b\u200e!?.,…🛑\n]{0,4}$/u),
	);

	test('signs, blanks, emoji and invisible characters around it change nothing', () => {
		fc.assert(
			fc.property(decorated, ([word, before, after]) => {
				expect(isStop(`${before}${word}${after}`)).toBe(true);
			}),
		);
	});

	test('nor does what stands on the next line', () => {
		fc.assert(
			fc.property(decorated, fc.string({ unit: 'grapheme' }), ([word, before], text) => {
				expect(isStop(`${before}${word}\n${text}`)).toBe(true);
			}),
		);
	});

	test('a letter that is joined to it makes it another word', () => {
		fc.assert(
			fc.property(fc.constantFrom(...'abcdefghijklmnoqrstuvwxyzéß'), (letter) => {
				expect(isStop(`stop${letter}`)).toBe(false);
				expect(isStop(`${letter === 's' ? 'x' : letter}stop`)).toBe(false);
			}),
		);
	});

	test('a text that does not have it or a word like it is never one', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 800 }), (text) => {
				const plain = text
					.normalize('NFKD')
					.replace(/[^\p{L}]/gu, '')
					.toLowerCase();
				fc.pre(!/s+t+o+p+|arret|desabo|desinscri|unsubscribe|optout/.test(plain));
				expect(isStop(text)).toBe(false);
			}),
			{ numRuns: 500 },
		);
	});
});
