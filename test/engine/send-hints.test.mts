import { expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { people, sending } from '../../harness/sms.mts';

describeOnEachLine('hints', (world) => {
	const hintsOf = async (message: string, count = 1, more: INodeParameters = {}) => {
		const run = await world().engine.runAction(
			sending({ to: '={{ $json.phone }}', message, ...more }),
			{ items: people(count) },
		);
		expect(run.error).toBeNull();
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

	test('a sender name without the STOP mention is told once, with how many will not see it', async () => {
		expect(await hintsOf('Hello', 3, { sender: 'MyShop' })).toEqual([
			expect.stringMatching(/"MyShop" will not show for 3 French recipients.*'STOP Mention'/),
		]);
	});
	test('with the mention, or without a name, there is nothing to tell', async () => {
		const mention = { sender: 'MyShop', options: { stopMention: true } };
		expect(await hintsOf('Hello', 1, mention)).toEqual([]);
		expect(await hintsOf('Hello. Stop SMS au 36111', 1, { sender: 'MyShop' })).toEqual([]);
		expect(await hintsOf('Hello', 1, { sender: '' })).toEqual([]);
		const belgian = { to: '+32 470 12 34 56', sender: 'MyShop' };
		expect(await hintsOf('Hello', 1, belgian)).toEqual([]);
	});
	test('a name that the operators do not take is sent and told', async () => {
		const more = { sender: 'LE 40', options: { stopMention: true } };
		expect(await hintsOf('Hello', 2, more)).toEqual([
			expect.stringMatching(/for 2 recipients.*"LE 40" has a blank/),
		]);
		expect(await world().sandbox.messages()).toHaveLength(2);
	});
	test('a key that an expression lost is told, with how many are not kept from a second SMS', async () => {
		const lost = { options: { uniqueKey: '={{ $json.phone.endsWith("1") ? "" : "order" }}' } };
		expect(await hintsOf('Hello', 3, lost)).toEqual([
			expect.stringMatching(/^'Send Once per Key' was empty for 1 of 3 recipients, so a later/),
		]);
		expect(await hintsOf('Hi', 3, { options: { uniqueKey: '={{ $json.none }}' } })).toEqual([
			expect.stringMatching(/empty for 3 of 3 recipients/),
		]);
		expect(await hintsOf('Hello again', 3, { options: { uniqueKey: 'spring' } })).toEqual([]);
	});
	test('a simulation tells the same before anything is sent', async () => {
		const more = { operation: 'simulate', sender: 'MyShop' };
		expect(await hintsOf('a'.repeat(320), 2, more)).toEqual([
			expect.stringMatching(/"MyShop" will not show for 2 French recipients/),
			expect.stringMatching(/3 segments/),
			'The account has 15,000,000 credits; this run takes 90.',
		]);
		expect(await world().sandbox.messages()).toEqual([]);
	});
	test('a line break in a sender is refused before anything is sent', async () => {
		const run = await world().engine.runAction(
			sending({ to: '0612000001', message: 'Hello', sender: '={{ "My\\nShop" }}' }),
		);
		expect(run.error?.message).toMatch(/'Sender \(TPOA\)' has a line break/);
		expect(await world().sandbox.requests()).toEqual([]);
	});

	test('an expression that gave nothing is told, with how many it concerns', async () => {
		const { engine } = world();
		const hintsFor = async (message: string) => {
			const items = people(3).map((item, index) => ({ ...item, nick: index === 0 ? 'Al' : null }));
			const run = await engine.runAction(sending({ to: '={{ $json.phone }}', message }), { items });
			return run.runsOf('AllMySMS')[0]?.hints.map((hint) => hint.message) ?? [];
		};
		expect(await hintsFor('=Hello {{ $json.firstname }}, ready.')).toEqual([
			"{{ $json.firstname }} gave nothing for 3 of 3 SMS, and is missing in the text. Check the name of the field; write {{ $json.firstname || '' }} where an empty text is meant.",
		]);
		expect(await hintsFor('=Hello {{ $json.nick }}, {{ $json.name }}')).toEqual([
			expect.stringMatching(/^\{\{ \$json\.nick \}\} gave nothing for 2 of 3 SMS/),
		]);
		for (const meant of ["$json.nick || ''", '$json.nick ?? ""', "$json.nick ? 'Hi' : ''"]) {
			expect(await hintsFor(`=Hello {{ ${meant} }}.`)).toEqual([]);
		}
	});
});
