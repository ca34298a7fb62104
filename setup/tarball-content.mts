import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { declarationFindings, licenceFindings } from './tarball-parts.mts';

const ROOT_FILES = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];

/** Every n8n downloads it, and in containers again after each start. */
const MAX_BYTES = 1_000_000;

/** What is there at run time; everything else must be inside the package. */
const PROVIDED = ['n8n-workflow', 'crypto', 'node:crypto'];

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const strings = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const filesBelow = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name));

/** What a built file asks for while it runs and does not get: packages, or files of the package. */
const missingRequires = (file: string): string[] => {
	const required = readFileSync(file, 'utf8').matchAll(/\brequire\("([^"]+)"\)/g);
	return [...required]
		.map(([, name = '']) => name)
		.filter((name) =>
			name.startsWith('.')
				? !existsSync(path.join(path.dirname(file), name))
				: !PROVIDED.includes(name),
		);
};

/** The files that n8n reads when it loads the package, and the one that a program would. */
export const entriesOf = (manifest: unknown): string[] => {
	if (!isRecord(manifest)) return [];
	const n8n = isRecord(manifest.n8n) ? manifest.n8n : {};
	return [...strings(n8n.nodes), ...strings(n8n.credentials), ...strings([manifest.main])];
};

/** The size of an unpacked package. */
export const unpackedBytes = (folder: string): number =>
	filesBelow(folder).reduce((sum, file) => sum + statSync(file).size, 0);

/**
 * What is wrong with the content of an unpacked package, one sentence each: a published package has
 * `dist`, README, LICENSE and CHANGELOG, depends on nothing, is small, names the licences of what
 * it holds, declares no inner types, and every file that it asks for is there.
 */
export const contentFindings = (folder: string, manifest: unknown): string[] => {
	if (!isRecord(manifest)) return ['package.json of the packed package is no object.'];
	const findings: string[] = [];
	const names = readdirSync(folder);
	for (const name of ROOT_FILES) {
		if (!names.includes(name)) findings.push(`The packed package lacks ${name}.`);
	}
	for (const name of names) {
		if (name !== 'dist' && !ROOT_FILES.includes(name)) {
			findings.push(`The packed package contains ${name}, which does not belong there.`);
		}
	}
	for (const kind of ['dependencies', 'optionalDependencies', 'bundledDependencies', 'overrides']) {
		const entries = Object.keys(manifest[kind] ?? {});
		if (entries.length > 0) findings.push(`package.json has ${kind}: ${entries.join(', ')}.`);
	}
	for (const name of [...entriesOf(manifest), ...strings([manifest.types])]) {
		if (!existsSync(path.join(folder, name))) findings.push(`${name} is missing.`);
	}
	for (const file of filesBelow(folder).filter((each) => each.endsWith('.js'))) {
		for (const missing of missingRequires(file)) {
			const name = path.relative(folder, file);
			findings.push(`${name} requires ${missing}, which is not there at run time.`);
		}
	}
	findings.push(...licenceFindings(folder), ...declarationFindings(folder));
	const bytes = unpackedBytes(folder);
	if (bytes > MAX_BYTES) {
		findings.push(`The package has ${bytes} bytes; ${MAX_BYTES} are the most.`);
	}
	return findings;
};
