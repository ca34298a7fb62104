import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { people, sending } from '../../harness/sms.mts';

describeOnEachLine('hints', (world) => {
	const hintsOf = async (message: string, count = 1) => {
		const run = await world().engine.runAction(sending({ to: '={{ $json.phone }}', message }), {
			items: people(count),
		});
		return run.runsOf('AllMySMS')[0]?.hints.map((hint) => hint.message) ?? [];
	};

	test('a plain text that fits gives none', async () => {
		expect(await hintsOf('Bonjour à tous')).toEqual([]);
	});
	test('nor does an emoji or an accent that costs nothing', async () => {
		expect(await hintsOf('Hello 😀 Forêt', 2)).toEqual([]);
	});
	test('what costs is told with its price and what helps', async () => {
		const text = 'Bonjour, votre commande est prête : passez au magasin avant samedi 19 h. '.repeat(
			2,
		);
		expect(await hintsOf(`${text}😀`, 2)).toEqual([
			expect.stringMatching(
				/3 segments instead of 1 for 2 recipients.*write "e" for "ê" in "prête"; leave out "😀"/,
			),
		]);
	});
	test('a long text tells how many segments are charged', async () => {
		expect(await hintsOf('a'.repeat(320))).toEqual([expect.stringMatching(/3 segments/)]);
	});
});
