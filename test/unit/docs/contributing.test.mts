import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

import manifest from '../../../package.json';

const root = path.resolve(__dirname, '../../..');
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const pages = ['', 'docs', 'community/fr', 'examples', 'test/engine'].flatMap((folder) =>
	readdirSync(path.join(root, folder))
		.filter((name) => name.endsWith('.md'))
		.map((name) => path.join(folder, name)),
);

describe('what people are told to run', () => {
	const callers = [...pages, '.ci/run', '.github/workflows/ci.yml', '.github/workflows/publish.yml'];

	test.each(callers)('%s names only scripts of package.json', (file) => {
		const named = [...textOf(file).matchAll(/\bnpm run (?:--silent )?([a-z][\w:]*)/g)];
		const unknown = named.filter(([, script = '']) => !Object.hasOwn(manifest.scripts, script));
		expect(unknown.map(([call]) => call)).toEqual([]);
	});

	test('every script is explained', () => {
		const told = ['README.md', 'CONTRIBUTING.md'].map(textOf).join('\n');
		const silent = Object.keys(manifest.scripts).filter(
			(script) => !new RegExp(`npm (?:run )?${script}\\b(?!:)`).test(told),
		);
		// npm runs it by itself, and it forbids to publish by hand.
		expect(silent).toEqual(['prepublishOnly']);
	});
});

describe('what people are sent to', () => {
	test.each(pages)('%s names only files that there are', (page) => {
		const text = textOf(page);
		const links = [...text.matchAll(/(?:\]\(|src(?:set)?=")(?!\w+:|#)([^)#"\s]+)/g)].map(([, link = '']) =>
			path.join(path.dirname(page), link),
		);
		const names = [
			...text.matchAll(/`((?:nodes|sandbox|test|docs|credentials|harness)\/[^`<>*…\s]*)`/g),
		].map(([, name = '']) => name);
		expect([...links, ...names].filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
	});
});

describe('whose package it is', () => {
	const home = manifest.homepage.replace(/#.*/, '');

	test('every address of the repository is that of package.json', () => {
		expect(manifest.repository.url).toBe(`git+${home}.git`);
		expect(manifest.bugs.url).toBe(`${home}/issues`);
		const files = [
			'CONTRIBUTING.md',
			'credentials/AllMySmsApi.credentials.ts',
			'nodes/AllMySms/AllMySms.node.json',
			'nodes/AllMySmsTrigger/AllMySmsTrigger.node.json',
			'.github/ISSUE_TEMPLATE/config.yml',
			'.github/ISSUE_TEMPLATE/bug.yml',
		];
		const addresses = files.flatMap(
			(file) => textOf(file).match(/https:\/\/github\.com\/[\w.-]+\/[\w-]+/g) ?? [],
		);
		expect(addresses.length).toBeGreaterThan(5);
		expect([...new Set(addresses)]).toEqual([home]);
	});

	test('the licence names the author', () => {
		expect(textOf('LICENSE')).toContain(manifest.author.name);
	});
});
