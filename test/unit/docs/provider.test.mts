import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

const root = path.resolve(__dirname, '../../..');
const page = readFileSync(path.join(root, 'docs/provider.md'), 'utf8');

const headings = [...page.matchAll(/^#{2,3} [\d.]+ (.+)$/gm)].map(([, heading = '']) => heading);

/** What stands behind each mark of a citation, with the line breaks of comments taken out. */
const citedBy = (text: string, mark: RegExp): string[] =>
	text
		.replace(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' ')
		.split(mark)
		.slice(1)
		.map((rest) => rest.slice(0, 60));

const isHeading = (rest: string): boolean => headings.some((heading) => rest.startsWith(heading));

const sources = ['credentials', 'nodes', 'sandbox', 'docs', 'demo', 'bench', 'test']
	.flatMap((folder) =>
		readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
			path.join(folder, file),
		),
	)
	.filter((file) => /\.(?:m?ts|mjs|md)$/.test(file))
	.filter((file) => !['docs/provider.md', 'test/unit/docs/provider.test.mts'].includes(file));

describe('docs/provider.md', () => {
	test('no two headings have one name', () => {
		expect(headings.length).toBeGreaterThan(30);
		expect([...new Set(headings)]).toEqual(headings);
	});

	test('the page refers to headings that it has', () => {
		const references = citedBy(page, /\b(?:[Ss]ee|as in) \*/);
		expect(references.length).toBeGreaterThan(10);
		expect(references.filter((rest) => !isHeading(rest))).toEqual([]);
	});

	test('what the code cites is a heading of the page', () => {
		const citations = sources.flatMap((file) =>
			citedBy(readFileSync(path.join(root, file), 'utf8'), /docs\/provider\.md`?, /).map((rest) => ({
				file,
				rest,
			})),
		);
		expect(citations.length).toBeGreaterThan(5);
		expect(citations.filter(({ rest }) => !isHeading(rest))).toEqual([]);
	});
});
