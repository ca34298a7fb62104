import { describe, expect, test } from '@jest/globals';

import { canRunPrograms, runProgram } from '../../../harness/child-program.mts';
import { isolatedLine1, lines, newestLine } from '../../../harness/lines.mts';
import { compareReadings, type Compared } from './comparison.mts';

const runs = Number(process.env.PROPERTY_RUNS ?? 12);
const seed = Number(process.env.PROPERTY_SEED ?? 1);

/** The comparison says little where all goes item by item, or where all is an error. */
function expectEnough({ values, errors, atOnce }: Compared): void {
	expect(values).toBeGreaterThan(runs * 10);
	expect(errors).toBeLessThan(values / 2);
	expect(atOnce).toBeGreaterThan(runs);
}

describe('the pack reads what n8n gives item by item, for random expressions and items', () => {
	test.each(lines)(
		'n8n-core $version',
		async (line) => {
			expectEnough(await compareReadings({ line, expressions: 'legacy', runs, seed }));
		},
		600_000,
	);

	// The isolate needs a Node that not every platform has.
	(canRunPrograms() ? test : test.skip).each([newestLine, isolatedLine1])(
		'n8n-core $version, in its isolate',
		async (line) => {
			const program = 'test/engine/evaluations/compare-in-vm.mts';
			const answer = await runProgram<{ compared: Compared } | { difference: string }>(program, {
				line,
				runs,
				seed,
			});
			if ('difference' in answer) throw new Error(answer.difference);
			expectEnough(answer.compared);
		},
		600_000,
	);
});
