import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { openSandbox, type ControlledSandbox } from '../../../harness/controlled-sandbox.mts';
import { openEngine, type Engine } from '../../../harness/engine.mts';
import type { EngineRun } from '../../../harness/engine-run.mts';
import { lines } from '../../../harness/lines.mts';
import { sending } from '../../../harness/sms.mts';
import { expectedLines, scenarios, type ExpectedLine, type Scenario } from './scenario.mts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 50);

const count = <T,>(members: readonly T[], test: (member: T) => boolean): number =>
	members.filter(test).length;

/** One row per line, in order, each with its number or as an error, and paired with its item. */
function checkRows(run: EngineRun, expected: readonly ExpectedLine[]): void {
	const items = run.itemsOf('AllMySMS');
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(expected.map(({ item }) => ({ item })));
	for (const [index, { json }] of items.entries()) {
		const to = expected[index]?.to ?? '';
		if ('error' in json) {
			expect(Object.keys(json)).toEqual(['error', 'message']);
			expect(json.error).toContain(to);
		} else expect(json.to).toBe(to);
	}
}

/** Nobody gets more than the rows allow, and who is said to have got something has it. */
async function checkPhones(
	sandbox: ControlledSandbox,
	run: EngineRun,
	expected: readonly ExpectedLine[],
): Promise<void> {
	const messages = await sandbox.messages();
	const rows = run.itemsOf('AllMySMS').map(({ json }) => json);
	for (const phoneNumber of new Set(expected.map(({ to }) => to))) {
		const received = messages.filter((sms) => `+${sms.phoneNumber}` === phoneNumber);
		const own = expected.filter((line) => line.to === phoneNumber && line.text !== null);
		expect(received.length).toBeLessThanOrEqual(own.length);
		const texts = own.map(({ text }) => text).sort();
		for (const { text } of received) {
			const at = texts.indexOf(text);
			expect([text, at >= 0]).toEqual([text, true]);
			texts.splice(at, 1);
		}
		if (run.error) continue;
		const sent = count(rows, (row) => row.to === phoneNumber && row.status === 'sent');
		const unsure = count(
			rows,
			(row) =>
				(row.to === phoneNumber && row.status === 'unknown') ||
				(String(row.error).includes(phoneNumber) && String(row.error).includes('not known')),
		);
		expect(received.length).toBeGreaterThanOrEqual(sent);
		expect(received.length).toBeLessThanOrEqual(sent + unsure);
	}
}

async function play(
	engine: Engine,
	sandbox: ControlledSandbox,
	scenario: Scenario,
): Promise<'rows' | 'error'> {
	await sandbox.reset();
	await sandbox.setFaults(...scenario.faults);
	const { items, message, options, onError, retryOnFail } = scenario;
	const run = await engine.runAction(
		sending({ to: '={{ $json.to }}', message, options: { ...options } }),
		{
			items: items.map(({ to, name }) => ({ to: [...to], name })),
			settings: { onError, retryOnFail, maxTries: 2, waitBetweenTries: 1 },
		},
	);
	const expected = expectedLines(scenario);
	// An empty text is refused before anything leaves; nothing to compare then.
	const isRefused = expected.some(({ text }) => text !== null && text.trim() === '');
	if (isRefused) return 'error';
	if (run.error) expect(run.error.message).toMatch(/SMS/);
	else checkRows(run, expected);
	await checkPhones(sandbox, run, expected);
	return run.error ? 'error' : 'rows';
}

describe.each(lines)('any campaign on n8n-core $version', (line) => {
	let sandbox: ControlledSandbox | undefined;
	beforeAll(async () => {
		sandbox = await openSandbox();
	});
	afterAll(async () => await sandbox?.close());

	test(`${RUNS} random scenarios keep the promises`, async () => {
		if (!sandbox) throw new Error('The sandbox did not start');
		const world = sandbox;
		const engine = await openEngine(line, world.credential);
		const ends = { rows: 0, error: 0 };
		await fc.assert(
			fc.asyncProperty(scenarios, async (scenario) => {
				ends[await play(engine, world, scenario)]++;
			}),
			{ numRuns: RUNS, seed: Number(process.env.PROPERTY_SEED ?? 1), endOnFailure: true },
		);
		process.stdout.write(
			`Played ${RUNS} random scenarios on n8n-core ${line.version}: ${JSON.stringify(ends)}\n`,
		);
		expect(ends.rows).toBeGreaterThan(0);
	}, 600_000);
});
