/**
 * `npm run owner`: `author` and `repository` of package.json say whose package this is. This writes
 * it into every other place that names the owner; before the first version there is nothing else to
 * fill in.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { root } from './places.mjs';

/** @param {string} file */
const inRoot = (file) => path.join(root, file);

const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
const home = manifest.repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
const before = manifest.homepage.replace(/#.*/, '');

/** @param {string} file @param {(text: string) => string} change */
const rewrite = (file, change) => {
	const text = readFileSync(inRoot(file), 'utf8');
	const changed = change(text);
	if (changed === text) return;
	writeFileSync(inRoot(file), changed);
	console.log(`changed ${file}`);
};

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
	.split('\0')
	.filter(
		(file) => /(?:^LICENSE|\.(?:md|json|ts|yml))$/.test(file) && file !== 'package-lock.json',
	);

for (const file of tracked) {
	rewrite(file, (text) => {
		const moved = text.replaceAll(before, home);
		return file === 'LICENSE'
			? moved.replace(/^(Copyright \(c\) \d+) .*$/m, `$1 ${manifest.author.name}`)
			: moved;
	});
}
console.log(`The package belongs to ${manifest.author.name}, ${home}`);
