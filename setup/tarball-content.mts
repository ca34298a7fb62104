import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const ROOT_FILES = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];

/** What n8n gives at run time; everything else must be inside the bundles. */
const PROVIDED = /^(n8n-workflow|node:.*|crypto|http|https|net|tls|url|util|stream|zlib|buffer)$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const strings = (value: unknown): string[] =>
	Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

/** Packages that a built file asks for while it runs, other than those that n8n provides. */
const foreignRequires = (file: string): string[] => {
	const required = readFileSync(file, 'utf8').matchAll(/\brequire\("([^"./][^"]*)"\)/g);
	return [...required].flatMap(([, name]) => (name && !PROVIDED.test(name) ? [name] : []));
};

/**
 * What is wrong with the content of an unpacked package, one sentence each: a published package has
 * `dist`, README, LICENSE and CHANGELOG, depends on nothing, and every file that it names is there.
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
	for (const name of [...named, ...strings([manifest.types])]) {
		if (!existsSync(path.join(folder, name)))
			findings.push(`package.json names ${name}, which is missing.`);
	}
	for (const name of named) {
		const file = path.join(folder, name);
		for (const foreign of existsSync(file) ? foreignRequires(file) : []) {
			findings.push(`${name} requires ${foreign}, which is not there at run time.`);
		}
	}
	return findings;
};
