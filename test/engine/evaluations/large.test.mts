import { describe, expect, test } from '@jest/globals';

import { canRunPrograms, runProgram } from '../../../harness/child-program.mts';
import { isolatedLine1, newestLine } from '../../../harness/lines.mts';
import type { Large } from './large-in-vm.mts';

const MEGABYTE = 1_000_000;

/** What has 200 MB is more than the 128 MB of n8n's isolate. */
const ITEMS = 2_000;
const EACH = (200 * MEGABYTE) / ITEMS;

describe("what is larger than n8n's isolate is read all the same", () => {
	// The isolate needs a Node that not every platform has.
	const onEach = (canRunPrograms() ? test : test.skip).each([newestLine, isolatedLine1]);
	const read = async (order: object): Promise<Large> =>
		await runProgram('test/engine/evaluations/large-in-vm.mts', { items: ITEMS, ...order });

	onEach(
		'long texts, n8n-core $version',
		async (line) => {
			const parameter = `={{ $json.a.padEnd(${EACH}, "-") }}`;
			const { evaluations, lengths, last } = await read({ line, field: 10, parameter });
			expect(lengths).toEqual({ [EACH]: ITEMS });
			expect(last).toBe('1999xxxxxx');
			expect(evaluations).toBeLessThan(ITEMS / 20);
		},
		120_000,
	);

	onEach(
		'large items, n8n-core $version',
		async (line) => {
			const parameter = '={{ $json.a.slice(0, 4) }}/{{ $itemIndex }}';
			const { evaluations, lengths, last } = await read({ line, field: EACH, parameter });
			expect(lengths).toEqual({ 6: 10, 7: 90, 8: 900, 9: 1_000 });
			expect(last).toBe('1999/1999');
			expect(evaluations).toBeLessThan(ITEMS / 20);
		},
		120_000,
	);
});
