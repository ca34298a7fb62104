import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT_FILES = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];

const LICENCES = 'dist/THIRD_PARTY_LICENSES.md';

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

/**
 * What is wrong with the content of an unpacked package, one sentence each: a published package has
 * `dist`, README, LICENSE and CHANGELOG, depends on nothing, is small, names the licences of what
 * it holds, and every file that it asks for is there.
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
	const n8n = isRecord(manifest.n8n) ? manifest.n8n : {};
	const named = [...strings(n8n.nodes), ...strings(n8n.credentials), ...strings([manifest.main])];
	for (const name of [...named, ...strings([manifest.types]), LICENCES]) {
		if (!existsSync(path.join(folder, name))) findings.push(`${name} is missing.`);
	}
	const files = filesBelow(folder);
	for (const file of files.filter((each) => each.endsWith('.js'))) {
		for (const missing of missingRequires(file)) {
			const name = path.relative(folder, file);
			findings.push(`${name} requires ${missing}, which is not there at run time.`);
		}
	}
	const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
	if (bytes > MAX_BYTES) {
		findings.push(`The package has ${bytes} bytes; ${MAX_BYTES} are the most.`);
	}
	return findings;
};
