import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from '@jest/globals';

const root = path.resolve(__dirname, '../../..');
const skipped = ['node_modules', 'dist', '.git', '.cache'];

function* pagesBelow(folder: string): Generator<string> {
	for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
		if (skipped.includes(entry.name)) continue;
		const file = path.join(folder, entry.name);
		if (entry.isDirectory()) yield* pagesBelow(file);
		else if (entry.name.endsWith('.md')) yield file;
	}
}

const pages = [...pagesBelow('.')];

/** What a person reads: no code. */
const prose = (page: string): string =>
	readFileSync(path.join(root, page), 'utf8')
		.replace(/^(```|~~~).*?^\1/gms, '')
		.replace(/`[^`\n]*`/g, '');

/** The anchors of a page, as GitHub makes them of its headings. */
function anchorsOf(page: string): Set<string> {
	const text = readFileSync(path.join(root, page), 'utf8').replace(/^```.*?^```/gms, '');
	const anchors = new Set<string>();
	for (const [, heading = ''] of text.matchAll(/^#{1,6} +(.+)$/gm)) {
		const slug = heading
			.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.trim()
			.replace(/\s/g, '-');
		let anchor = slug;
		for (let again = 1; anchors.has(anchor); again++) anchor = `${slug}-${again}`;
		anchors.add(anchor);
	}
	return anchors;
}

describe.each(pages)('%s', (page) => {
	test('links to files and headings that there are', () => {
		const links = [...prose(page).matchAll(/\]\((?!\w+:)([^)\s]*)\)/g)].map(([, link = '']) => link);
		const broken = links.filter((link) => {
			const [file = '', anchor] = link.split('#');
			const target = file === '' ? page : path.join(path.dirname(page), decodeURI(file));
			if (!existsSync(path.join(root, target))) return true;
			if (anchor === undefined) return false;
			return statSync(path.join(root, target)).isDirectory() || !anchorsOf(target).has(anchor);
		});
		expect(broken).toEqual([]);
	});
});

test('the README leads to every page of docs/', () => {
	const reached = new Set<string>();
	const follow = (page: string): void => {
		if (reached.has(page)) return;
		reached.add(page);
		for (const [, link = ''] of prose(page).matchAll(/\]\((?!\w+:)([^)#\s]+\.md)(?:#[^)]*)?\)/g)) {
			const target = path.join(path.dirname(page), link);
			if (existsSync(path.join(root, target))) follow(target);
		}
	};
	follow('README.md');
	expect(pages.filter((page) => page.startsWith('docs/') && !reached.has(page))).toEqual([]);
});
