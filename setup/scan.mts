/**
 * `npm run scan`: what n8n's verification will look at. The official scanner reads the source and
 * the packed package, and the tarball is checked for what the verification rules forbid.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
	SOURCE_FILE_PATTERNS,
	analyzePackage,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { root } from './places.mjs';
import { contentFindings } from './tarball-content.mts';

/** What the scanner's own command line reads of a tarball. */
const TARBALL_PATTERNS = ['**/*.js', 'package.json'];

/** Packs the package as `npm publish` would, and unpacks it. */
const unpackTarball = (folder: string): string => {
	const run = (command: string, args: string[], cwd: string): void => {
		const { status, stderr, error } = spawnSync(command, args, {
			cwd,
			encoding: 'utf8',
			shell: process.platform === 'win32',
		});
		if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
	};
	run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
	const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error(`npm pack wrote no tarball into ${folder}`);
	run('tar', ['-xzf', tarball], folder);
	return path.join(folder, 'package');
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'allmysms-scan-'));
const findings: string[] = [];

const scan = async (title: string, place: string, patterns: string[]): Promise<void> => {
	const { passed, message, details } = await analyzePackage(place, patterns);
	console.log(`${passed ? 'passed' : 'FAILED'}  official scanner, ${title}`);
	if (!passed) findings.push([message, details].filter(Boolean).join('\n'));
};

try {
	const unpacked = unpackTarball(folder);
	await scan('source', root, SOURCE_FILE_PATTERNS);
	await scan('packed package', unpacked, TARBALL_PATTERNS);
	const manifest: unknown = JSON.parse(readFileSync(path.join(unpacked, 'package.json'), 'utf8'));
	const content = contentFindings(unpacked, manifest);
	console.log(`${content.length === 0 ? 'passed' : 'FAILED'}  content of the packed package`);
	findings.push(...content);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

for (const finding of findings) console.log(`\n${finding}`);
process.exitCode = findings.length === 0 ? 0 : 1;
