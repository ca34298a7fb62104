import { readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { outputRows } from '../../../build/output-schemas.mts';
import { endpoints } from '../../../docs/generate/endpoints.mts';
import { operationNames, operationsPage } from '../../../docs/generate/operations-page.mts';
import { description } from '../../../nodes/AllMySms/resources/index.ts';

const root = path.resolve(__dirname, '../../..');
const names = operationNames(description);

describe('what "npm run docs" writes', () => {
	test('docs/operations.md says what the node says', () => {
		const page = readFileSync(path.join(root, 'docs/operations.md'), 'utf8');
		expect(page).toBe(operationsPage(description));
	});

	test('every operation says what it gives', () => {
		const described = Object.entries(outputRows).flatMap(([resource, operations]) =>
			Object.keys(operations).map((operation) => `${resource} › ${operation}`),
		);
		expect(described.sort()).toEqual([...names].sort());
	});
});

describe('the table of endpoints', () => {
	test.each(endpoints)('$endpoint is served by an operation, or says why not', (served) => {
		for (const name of served.servedBy) expect(names).toContain(name);
		expect(served.servedBy.length > 0 || (served.remark ?? '') !== '').toBe(true);
	});

	test('every operation serves at least one', () => {
		const serving = new Set(endpoints.flatMap(({ servedBy }) => servedBy));
		expect(names.filter((name) => !serving.has(name))).toEqual([]);
	});
});
