import path from 'node:path';
import { build } from 'esbuild';
import { libraryUses } from './library-uses.mjs';

/** @type {import('esbuild').BuildOptions & { metafile: true, write: false }} */
const shared = {
	outdir: 'dist',
	write: false,
	metafile: true,
	bundle: true,
	platform: 'node',
	format: 'cjs',
	target: 'node20.19',
	charset: 'utf8',
	legalComments: 'none',
	// Parts that also run in browsers look for these there; verified nodes may not name globalThis.
	define: { 'globalThis.TextEncoder': 'TextEncoder', 'globalThis.TextDecoder': 'TextDecoder' },
	logLevel: 'warning',
};

/**
 * The file of a library in `dist`, without its ending: `libraries/libphonenumber-js/mobile`.
 * @param {string} library
 */
const placeOf = (library) => `libraries/${library.replace(/\.js$/, '')}`;

/**
 * Every library is a file of its own, minified, names and all.
 * @param {string} library
 * @param {Iterable<string>} names
 */
const bundleLibrary = async (library, names) =>
	await build({
		...shared,
		minify: true,
		entryPoints: [{ in: library, out: placeOf(library) }],
		plugins: [
			{
				name: 'only what is used',
				setup({ onResolve, onLoad }) {
					onResolve({ filter: /.*/ }, ({ kind }) =>
						kind === 'entry-point' ? { path: library, namespace: 'used' } : undefined,
					);
					onLoad({ filter: /.*/, namespace: 'used' }, () => ({
						contents: `export { ${[...names].join(', ')} } from ${JSON.stringify(library)};`,
						resolveDir: process.cwd(),
					}));
				},
			},
		],
	});

/**
 * Stands for a library in the pack's own code, and reads its file at the first use of a name.
 * @param {string} library
 * @param {Iterable<string>} names
 */
const readWhenUsed = (library, names) => {
	const getters = [...names].map((name) => `get ${name}() { return library().${name}; }`);
	return [
		'let read;',
		`const library = () => (read ??= require("./${placeOf(library)}.js"));`,
		`module.exports = { __esModule: true, ${getters.join(', ')} };`,
	].join('\n');
};

/** Smaller, with the names as they are written, and in lines that a stack trace can point to. */
const dense = { minifySyntax: true, minifyWhitespace: true, lineLimit: 120 };

/**
 * One file for the pack's own code: two hundred small ones take twice as long to load.
 * @param {string} entry
 * @param {ReadonlyMap<string, Iterable<string>>} uses
 */
const bundleOwnCode = async (entry, uses) =>
	await build({
		...shared,
		...dense,
		entryPoints: [entry],
		packages: 'external',
		plugins: [
			{
				name: 'libraries are read when they are used',
				setup({ onResolve, onLoad }) {
					onResolve({ filter: /^[^.]/ }, ({ path: library }) =>
						uses.has(library) ? { path: library, namespace: 'library' } : undefined,
					);
					onResolve({ filter: /.*/, namespace: 'library' }, ({ path: file }) => ({
						path: file,
						external: true,
					}));
					onLoad({ filter: /.*/, namespace: 'library' }, ({ path: library }) => ({
						contents: readWhenUsed(library, uses.get(library) ?? []),
					}));
				},
			},
		],
	});

/**
 * What n8n opens by name: it finds the class of a node or credential by the name of its file.
 * @param {string} file `dist/nodes/AllMySms/AllMySms.node.js`
 * @param {string} main `dist/index.js`
 */
export const entryCode = (file, main) => {
	const [className] = path.basename(file).split('.');
	const target = path.posix.relative(path.posix.dirname(file), main);
	return `"use strict";\nexports.${className} = require("${target}").${className};\n`;
};

/**
 * The published code: its own in one file, each library in another.
 * @param {string} entry
 */
export const bundleCode = async (entry) => {
	const uses = await libraryUses(entry);
	const results = await Promise.all([
		bundleOwnCode(entry, uses),
		...[...uses].map(([library, names]) => bundleLibrary(library, names)),
	]);
	return {
		/** Absolute path and content of each file. */
		files: results.flatMap(({ outputFiles }) => outputFiles),
		/** For each file, as `dist/index.js`, the source files in it. */
		sources: new Map(
			results.flatMap(({ metafile }) =>
				Object.entries(metafile.outputs).map(([file, { inputs }]) => [
					file,
					Object.keys(inputs).filter((input) => !/^(?:used|library):/.test(input)),
				]),
			),
		),
	};
};
