import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

const folder = path.resolve(__dirname, '../../examples');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

interface Node {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly position: readonly [x: number, y: number];
	readonly parameters: {
		readonly width?: number;
		readonly height?: number;
		readonly rules?: { readonly values: readonly unknown[] };
		readonly options?: { readonly fallbackOutput?: string };
	};
	readonly onError?: string;
	readonly credentials?: unknown;
}

interface Example {
	readonly active: boolean;
	readonly nodes: readonly Node[];
	readonly connections: Readonly<
		Record<string, { readonly main: ReadonlyArray<ReadonlyArray<{ readonly node: string }>> }>
	>;
}

const exampleOf = (file: string): Example =>
	JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Example;

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** What n8n's canvas covers: a node with the name and the line below it, or a note. */
function boxOf({ type, position: [left, top], parameters }: Node): Box {
	if (type.endsWith('.stickyNote')) {
		const { width = 240, height = 160 } = parameters;
		return { left, top, right: left + width, bottom: top + height };
	}
	return { left: left - 40, top, right: left + 136, bottom: top + 152 };
}

const overlap = (a: Box, b: Box): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** How many ways out a node has, where its parameters say so. */
function waysOut({ type, parameters, onError }: Node): number {
	const errors = onError === 'continueErrorOutput' ? 1 : 0;
	if (type.endsWith('.if')) return 2;
	if (!type.endsWith('.switch')) return 1 + errors;
	const fallback = parameters.options?.fallbackOutput === 'extra' ? 1 : 0;
	return (parameters.rules?.values.length ?? 0) + fallback;
}

describe.each(files)('examples/%s', (file) => {
	const { active, nodes, connections } = exampleOf(file);
	const outputs = (name: string) => connections[name]?.main ?? [];

	test('can be imported: every name and id is there once, and no credential', () => {
		expect(active).toBe(false);
		expect(new Set(nodes.map(({ name }) => name)).size).toBe(nodes.length);
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		expect(nodes.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
		const known = new Set(nodes.map(({ name }) => name));
		const named = Object.keys(connections).flatMap((name) => [
			name,
			...outputs(name).flatMap((wires) => wires.map(({ node }) => node)),
		]);
		expect(named.filter((name) => !known.has(name))).toEqual([]);
	});

	test('leads on from every way out that a node has', () => {
		const open = nodes
			.filter(({ name, type }) => outputs(name).length > 0 || /\.(?:if|switch)$/.test(type))
			.filter((node) => {
				const wired = outputs(node.name).filter((wires) => wires.length > 0);
				return wired.length !== waysOut(node);
			});
		expect(open.map(({ name }) => name)).toEqual([]);
	});

	test('has notes that cover nothing', () => {
		const covered = nodes
			.filter(({ type }) => type.endsWith('.stickyNote'))
			.flatMap((note) =>
				nodes
					.filter((node) => node !== note && overlap(boxOf(note), boxOf(node)))
					.map((node) => `${note.name} covers ${node.name}`),
			);
		expect(covered).toEqual([]);
	});
});

test('every example is told of in the README beside it', () => {
	const readme = readFileSync(path.join(folder, 'README.md'), 'utf8');
	expect(files.filter((file) => !readme.includes(`](${file})`))).toEqual([]);
});
