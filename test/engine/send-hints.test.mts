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
	test('an emoji tells that it halves the room', async () => {
		expect(await hintsOf('Hello 😀', 2)).toEqual([expect.stringMatching(/2 recipients.*😀.*70/)]);
	});
	test('an accent outside the SMS alphabet too', async () => {
		expect(await hintsOf('Forêt')).toEqual([expect.stringMatching(/ê/)]);
	});
	test('a long text tells how many segments are charged', async () => {
		expect(await hintsOf('a'.repeat(320))).toEqual([expect.stringMatching(/3 segments/)]);
	});
});
