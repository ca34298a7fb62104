import { expect, jest, test } from '@jest/globals';

import { openCore } from '../../../harness/core.mts';
import { describeOnEachLine, type World } from '../../../harness/on-each-line.mts';
import { people, sending } from '../../../harness/sms.mts';

type SmsParameters = Parameters<typeof sending>[0];

const SEND = { to: '={{ $json.phone }}', message: '=Hello {{ $json.name }}, {{ $itemIndex + 1 }}' };

/** Sends to a number of people, and counts how often n8n evaluates an expression for it. */
async function evaluationsOf(
	{ line, engine, sandbox }: World,
	parameters: SmsParameters,
	items = people(200),
): Promise<number> {
	const { Expression } = openCore(line).workflow;
	const seen = jest.spyOn(Expression.prototype, 'resolveSimpleParameterValue');
	try {
		const run = await engine.runAction(sending({ ...SEND, ...parameters }), { items });
		expect(run.error).toBeNull();
		expect(await sandbox.messages()).toHaveLength(items.length);
		// n8n itself evaluates the header of the credential.
		const expressions = seen.mock.calls.filter(([raw]) => /^=.*(?:\$json|\$\()/s.test(String(raw)));
		return expressions.length;
	} finally {
		seen.mockRestore();
	}
}

describeOnEachLine('how often n8n evaluates', (world) => {
	test('once, however many items there are', async () => {
		expect(await evaluationsOf(world(), {})).toBe(1);
	});

	test('once for all, and once for each item where one expression depends on it', async () => {
		const campaignName = '={{ $("Start").item.json.name.slice(0, 6) }}';
		expect(await evaluationsOf(world(), { campaignName })).toBe(201);
	});

	test('a failing item costs its neighbours nothing', async () => {
		const items = people(200).map((item, index) => ({
			...item,
			address: index === 77 ? null : { city: 'Paris' },
		}));
		const message = '=Hello {{ $json.name }} of {{ $json.address.city }}';
		// One for all, one for the item, then one for each of its three codes.
		expect(await evaluationsOf(world(), { message }, items)).toBe(5);
	});
});
