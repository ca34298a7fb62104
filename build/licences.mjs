import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {{ name: string, version: string, license: string, author?: string | { name: string } }} Manifest
 */

const MODULES = 'node_modules/';
const TEXT_FILE = /^(?:licen[cs]e|notice|copying)\b/i;

/**
 * @param {string} file
 * @returns {string | null} the folder of the package that the file is part of, null for our own
 */
const packageFolder = (file) => {
	const start = file.lastIndexOf(MODULES);
	if (start < 0) return null;
	const inner = start + MODULES.length;
	const [first = '', second = ''] = file.slice(inner).split('/');
	return file.slice(0, inner) + (first.startsWith('@') ? `${first}/${second}` : first);
};

/** @param {string} text */
const quoted = (text) => `\`\`\`text\n${text.replace(/^\s*\n/, '').trimEnd()}\n\`\`\``;

/**
 * All of them: a library may hold data under a licence of its own.
 * @param {string} folder
 * @param {Manifest} manifest
 */
const licenceTexts = (folder, { name, license, author }) => {
	const files = readdirSync(folder).filter((file) => TEXT_FILE.test(file));
	if (files.length > 0) {
		return files.map((file) => quoted(readFileSync(path.join(folder, file), 'utf8'))).join('\n\n');
	}
	const holder = typeof author === 'object' ? author.name : author;
	if (license !== 'MIT' || !holder) {
		throw new Error(`${name} (${license}) has no text of its licence: find it and publish it too.`);
	}
	// Our own licence is the same.
	const ours = readFileSync('LICENSE', 'utf8');
	return quoted(ours.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`));
};

/**
 * The text that every licence of a bundled package asks for, as Markdown.
 * @param {ReadonlyMap<string, readonly string[]>} sources the source files in each file of `dist`
 */
export const licencesOf = (sources) => {
	/** @type {Map<string, Set<string>>} */
	const places = new Map();
	for (const [file, inputs] of sources) {
		for (const folder of inputs.map(packageFolder)) {
			if (folder) places.set(folder, new Set([...(places.get(folder) ?? []), file]));
		}
	}
	const parts = [...places].map(([folder, files]) => {
		/** @type {Manifest} */
		const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
		const { name, version, license } = manifest;
		const title = `## ${name} ${version}: ${license}`;
		const place = `In ${[...files].map((file) => `\`${file}\``).join(', ')}.`;
		return [title, place, licenceTexts(folder, manifest)].join('\n\n');
	});
	return [
		'# Licences of the bundled libraries',
		"The pack's own licence stands in `LICENSE`. Its files also hold parts of these packages.",
		...parts.sort(),
		'',
	].join('\n\n');
};
