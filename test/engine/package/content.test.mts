import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { bundleCode } from '../../../build/code.mjs';
import { outputSchemas } from '../../../build/output-schemas.mts';
import { projectRoot } from '../../../harness/lines.mts';

const inProject = (...parts: string[]) => path.join(projectRoot, ...parts);

/** What `npm publish` would send. */
function packed(): { unpackedSize: number; names: string[] } {
	const told = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
		cwd: projectRoot,
		encoding: 'utf8',
		shell: process.platform === 'win32',
	});
	const [tarball] = JSON.parse(told) as Array<{
		unpackedSize: number;
		files: Array<{ path: string }>;
	}>;
	if (!tarball) throw new Error('npm pack tells of no tarball');
	return {
		unpackedSize: tarball.unpackedSize,
		names: tarball.files.map(({ path: name }) => name),
	};
}

describe('the published package', () => {
	let tarball: ReturnType<typeof packed>;
	beforeAll(() => {
		tarball = packed();
	});

	test('has at most a million bytes', () => {
		expect(tarball.unpackedSize).toBeLessThanOrEqual(1_000_000);
	});

	test('has the documents that belong to it, and otherwise only what the build made', () => {
		expect(tarball.names.filter((name) => !name.startsWith('dist/')).sort()).toEqual([
			'CHANGELOG.md',
			'LICENSE',
			'README.md',
			'package.json',
		]);
	});

	test('declares its types in one file', () => {
		const declarations = tarball.names.filter((name) => name.endsWith('.d.ts'));
		expect(declarations).toEqual(['dist/index.d.ts']);
	});
});

test('the package has the output schema of each operation', () => {
	const built = readdirSync(inProject('dist/nodes/AllMySms/__schema__'), { recursive: true });
	const names = built.map(String).filter((name) => name.endsWith('.json'));
	expect(names).toHaveLength(outputSchemas.size);
	for (const [file, schema] of outputSchemas) {
		expect(JSON.parse(readFileSync(inProject(file), 'utf8'))).toEqual(schema);
	}
});

describe('the bundled code', () => {
	let sources: ReadonlyMap<string, readonly string[]>;
	beforeAll(async () => {
		({ sources } = await bundleCode('index.ts'));
	}, 60_000);

	test('has one copy of each module', () => {
		const all = [...sources.values()].flat();
		expect(all.filter((file, index) => all.indexOf(file) !== index)).toEqual([]);
		expect(all.length).toBeGreaterThan(200);
	});

	test('keeps our own code and that of others in different files', () => {
		const own = sources.get('dist/index.js') ?? [];
		expect(own.filter((file) => file.includes('node_modules/'))).toEqual([]);
		const others = [...sources].flatMap(([file, inputs]) =>
			file === 'dist/index.js' ? [] : inputs,
		);
		expect(others.filter((file) => !file.includes('node_modules/'))).toEqual([]);
	});

	test('comes with the name, the version and the text of the licence of every package', () => {
		const licences = readFileSync(inProject('dist', 'THIRD_PARTY_LICENSES.md'), 'utf8');
		const folders = new Set(
			[...sources.values()].flat().flatMap((file) => {
				const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? [];
				return folder ?? [];
			}),
		);
		expect(folders.size).toBeGreaterThan(5);
		for (const folder of folders) {
			const manifest = JSON.parse(readFileSync(inProject(folder, 'package.json'), 'utf8')) as {
				name: string;
				version: string;
				license: string;
			};
			const title = `## ${manifest.name} ${manifest.version}: ${manifest.license}\n`;
			const [, chapter = ''] = licences.split(title);
			const text = chapter.split('\n## ')[0] ?? '';
			expect([title, text]).toEqual([title, expect.stringMatching(/copyright/i)]);
			const given = readdirSync(inProject(folder)).filter((name) => /^licen[cs]e/i.test(name));
			for (const name of given) {
				expect(text).toContain(readFileSync(inProject(folder, name), 'utf8').trim());
			}
		}
	});

	test('names classes as their files, by which n8n finds them', () => {
		const { n8n } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
			n8n: { nodes: string[]; credentials: string[] };
		};
		for (const file of [...n8n.nodes, ...n8n.credentials]) {
			expect(existsSync(inProject(file))).toBe(true);
			const name = execFileSync(
				process.execPath,
				[
					'-p',
					`const all = require(${JSON.stringify(inProject(file))}); Object.values(all)[0].name`,
				],
				{ encoding: 'utf8' },
			);
			expect(name.trim()).toBe(path.basename(file).split('.')[0]);
		}
	});
});
