/**
 * `npm run scan`: what n8n's verification will look at. The official scanner reads the source and
 * the packed package, and the tarball is checked for what the verification rules forbid.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
	SOURCE_FILE_PATTERNS,
	analyzePackage,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { root } from './places.mjs';
import { contentFindings, entriesOf, unpackedBytes } from './tarball-content.mts';
import { loadTime, loadTimeFindings } from './tarball-load-time.mts';
import { packTarball, unpackTarball } from './tarball.mts';

/** What the scanner's own command line reads of a tarball. */
const TARBALL_PATTERNS = ['**/*.js', 'package.json'];

const folder = mkdtempSync(path.join(os.tmpdir(), 'allmysms-scan-'));
const findings: string[] = [];

const scan = async (title: string, place: string, patterns: string[]): Promise<void> => {
	const { passed, message, details } = await analyzePackage(place, patterns);
	console.log(`${passed ? 'passed' : 'FAILED'}  official scanner, ${title}`);
	if (!passed) findings.push([message, details].filter(Boolean).join('\n'));
};

const gate = (title: string, found: readonly string[]): void => {
	console.log(`${found.length === 0 ? 'passed' : 'FAILED'}  ${title}`);
	findings.push(...found);
};

try {
	const unpacked = unpackTarball(packTarball(folder));
	await scan('source', root, SOURCE_FILE_PATTERNS);
	await scan('packed package', unpacked, TARBALL_PATTERNS);
	const manifest: unknown = JSON.parse(readFileSync(path.join(unpacked, 'package.json'), 'utf8'));
	gate(
		`content of the packed package, ${unpackedBytes(unpacked)} bytes`,
		contentFindings(unpacked, manifest),
	);
	const milliseconds = loadTime(unpacked, entriesOf(manifest));
	gate(
		`load time, ${milliseconds.toFixed(0)} ms of processor time`,
		loadTimeFindings(milliseconds),
	);
} finally {
	rmSync(folder, { recursive: true, force: true });
}

for (const finding of findings) console.log(`\n${finding}`);
process.exitCode = findings.length === 0 ? 0 : 1;
