import fc from 'fast-check';

import type { Line } from '../../../harness/lines.mts';
import { parameter } from './expressions.mts';
import { MOST_PARAMETERS, openReader, type Case } from './readers.mts';
import { plainItem, wildItem } from './values.mts';

/** What is compared where. */
export interface Comparison {
	readonly line: Line;
	/** How n8n runs expressions. */
	readonly expressions: 'legacy' | 'vm';
	/** Executions, each with many cases. */
	readonly runs: number;
	readonly seed: number;
}

/** What was compared. */
export interface Compared {
	/** Values of single items. */
	values: number;
	/** Items for which n8n had an error. */
	errors: number;
	/** Items whose parameters were all read in one evaluation with those of others. */
	atOnce: number;
}

/** An execution costs far more than a case in it. */
const CASES_PER_EXECUTION = 25;

const items = { minLength: 1, maxLength: 6 };

const cases: fc.Arbitrary<Case[]> = fc.array(
	fc.record({
		parameters: fc.array(parameter, { minLength: 1, maxLength: MOST_PARAMETERS }),
		items: fc.oneof(
			{ weight: 3, arbitrary: fc.array(plainItem, items) },
			{ weight: 1, arbitrary: fc.array(wildItem, items) },
		),
	}),
	{ minLength: 1, maxLength: CASES_PER_EXECUTION, size: 'max' },
);

const isError = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && '(error)' in value;

/** What n8n gives for an item, up to its first error. */
function upToError(values: readonly unknown[]): readonly unknown[] {
	const first = values.findIndex(isError);
	return first < 0 ? values : values.slice(0, first + 1);
}

/**
 * Compares what the pack reads with what n8n gives item by item, for random expressions and items.
 *
 * @throws Error with the smallest case that differs
 */
export async function compareReadings(comparison: Comparison): Promise<Compared> {
	const { line, expressions, runs, seed } = comparison;
	const reader = await openReader(line, expressions);
	let values = 0;
	let errors = 0;

	const compare = async (all: Case[]): Promise<void> => {
		const expected = await reader.read(all, 'n8n');
		const given = await reader.read(all, 'pack');
		for (const [index, { parameters }] of all.entries()) {
			for (const [itemIndex, row] of (expected[index] ?? []).entries()) {
				const own = upToError(row);
				const pack = given[index]?.[itemIndex]?.slice(0, own.length);
				values += own.length;
				if (own.some(isError)) errors++;
				if (JSON.stringify(own) === JSON.stringify(pack)) continue;
				throw new Error(
					`Item ${itemIndex} of ${JSON.stringify(parameters)}\nn8n:  ${JSON.stringify(own)}\npack: ${JSON.stringify(pack)}`,
				);
			}
		}
	};
	await fc.assert(fc.asyncProperty(cases, compare), { numRuns: runs, seed });
	return { values, errors, atOnce: reader.atOnce() };
}
