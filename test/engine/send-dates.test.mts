import { expect, test } from '@jest/globals';

import { describeOnEachLine } from '../../harness/on-each-line.mts';
import { sending } from '../../harness/sms.mts';

/** The date as the payload carries it. */
const dateIn = (request: unknown): string | undefined =>
	/"DATE":"([^"]+)"/.exec(
		decodeURIComponent(JSON.stringify(request).replace(/\+/g, ' ')).replace(/\\"/g, '"'),
	)?.[1];

const WINTER = '2099-01-15';
const SUMMER = '2099-07-15';

/** What stands in Send At, the workflow's zone, the provider's date in Paris, and the output. */
const DATES: ReadonlyArray<readonly [sendAt: string, zone: string, paris: string, out: string]> = [
	[`${WINTER}T10:00:00`, 'Europe/Paris', `${WINTER} 10:00:00`, `${WINTER}T10:00:00+01:00`],
	[`${SUMMER}T10:00:00`, 'Europe/Paris', `${SUMMER} 10:00:00`, `${SUMMER}T10:00:00+02:00`],
	[`${WINTER} 10:00`, 'America/New_York', `${WINTER} 16:00:00`, `${WINTER}T10:00:00-05:00`],
	[`${SUMMER}T10:00:00Z`, 'America/New_York', `${SUMMER} 12:00:00`, `${SUMMER}T06:00:00-04:00`],
	[`${SUMMER}T10:00:00+09:00`, 'Asia/Tokyo', `${SUMMER} 03:00:00`, `${SUMMER}T10:00:00+09:00`],
	['={{ 4073025600000 }}', 'UTC', '2099-01-25 13:00:00', '2099-01-25T12:00:00Z'],
	['={{ 4073025600 }}', 'UTC', '2099-01-25 13:00:00', '2099-01-25T12:00:00Z'],
	[
		'={{ DateTime.fromISO("2099-01-15T10:00:00", { zone: "UTC" }) }}',
		'UTC',
		`${WINTER} 11:00:00`,
		`${WINTER}T10:00:00Z`,
	],
	['={{ new Date("2099-01-15T10:00:00Z") }}', 'UTC', `${WINTER} 11:00:00`, `${WINTER}T10:00:00Z`],
	['=2099-01-15T{{ "10" }}:00:00', 'UTC', `${WINTER} 11:00:00`, `${WINTER}T10:00:00Z`],
];

describeOnEachLine('when an SMS leaves', (world) => {
	test.each(DATES)('%s in %s', async (sendAt, timezone, paris, out) => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(sending({ to: '0612000001', message: 'Later', sendAt }), {
			workflowSettings: { timezone },
		});
		expect(run.error).toBeNull();
		expect(run.itemsOf('AllMySMS')[0]?.json).toMatchObject({
			status: 'scheduled',
			statusCode: 101,
			scheduledFor: out,
		});
		expect(dateIn((await sandbox.requests())[0])).toBe(paris);
	});

	test('the provider’s zone is an option', async () => {
		const { engine, sandbox } = world();
		await engine.runAction(
			sending({
				to: '0612000001',
				message: 'Later',
				sendAt: `${WINTER}T10:00:00Z`,
				options: { providerTimezone: 'America/Martinique' },
			}),
		);
		expect(dateIn((await sandbox.requests())[0])).toBe(`${WINTER} 06:00:00`);
	});

	test('the zone of a workflow without one is that of n8n', async () => {
		const { engine } = world();
		const run = await engine.runAction(
			sending({ to: '0612000001', message: 'Later', sendAt: `${WINTER}T10:00:00` }),
		);
		// n8n's own default.
		expect(run.itemsOf('AllMySMS')[0]?.json.scheduledFor).toBe(`${WINTER}T10:00:00-05:00`);
	});

	test.each(['', '={{ $now }}', '={{ $json.nothing || $now }}'])('%s is now', async (sendAt) => {
		const { engine, sandbox } = world();
		const run = await engine.runAction(sending({ to: '0612000001', message: 'Now', sendAt }));
		expect(run.itemsOf('AllMySMS')[0]?.json).toMatchObject({
			status: 'sent',
			scheduledFor: null,
		});
		expect(dateIn((await sandbox.requests())[0])).toBeUndefined();
	});

	test.each([
		['25/12/2030 14:00', '2030-12-25T14:00'],
		['25/12/2030 14:00:30', '2030-12-25T14:00:30'],
		['5/1/2030', '2030-01-05T00:00'],
		['12.25.2030', '2030-12-25T00:00'],
		['25-12-30 9:05', '2030-12-25T09:05'],
		['47842.58333333', '2030-12-25T14:00'],
		['47842,5', '2030-12-25T12:00'],
		[47842.5, '2030-12-25T12:00'],
	])('%j gets the expression that reads it', async (date, expected) => {
		const { engine } = world();
		const parameters = { to: '0612000001', message: 'Later' };
		const items = [{ date }];
		const first = await engine.runAction(sending({ ...parameters, sendAt: '={{ $json.date }}' }), {
			items,
		});
		const [, expression] = /own field: (\{\{ .* \}\})\./.exec(first.error?.description ?? '') ?? [];
		const run = await engine.runAction(sending({ ...parameters, sendAt: `=${expression}` }), {
			items,
		});
		expect(run.itemsOf('AllMySMS')[0]?.json.scheduledFor).toMatch(new RegExp(`^${expected}`));
	});
});
