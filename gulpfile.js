const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { build } = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const manifest = require('./package.json');

/** What n8n loads by name, and the entry for TypeScript users: each becomes one file without imports of its own. */
const entries = [...manifest.n8n.nodes, ...manifest.n8n.credentials, manifest.main].map((file) =>
	file.replace(/^dist\//, '').replace(/\.js$/, '.ts'),
);

const clean = async () => await rm('dist', { recursive: true, force: true });

/** The whole check, and the declaration files for `index.d.ts`. */
const typeCheck = async () => {
	const compiler = require.resolve('typescript/bin/tsc');
	try {
		await promisify(execFile)(process.execPath, [compiler, '--emitDeclarationOnly']);
	} catch (error) {
		const told = error instanceof Error && 'stdout' in error ? error.stdout : error;
		throw new Error(`Type check:\n${String(told)}`);
	}
};

/** n8n-workflow stays outside: n8n's own copy must be used, or its error classes would not be recognised. */
const bundle = async () =>
	await build({
		entryPoints: entries,
		outdir: 'dist',
		outbase: '.',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20.19',
		external: ['n8n-workflow'],
		legalComments: 'eof',
		// Parts that also run in browsers look for these there; verified nodes may not name globalThis.
		define: { 'globalThis.TextEncoder': 'TextEncoder', 'globalThis.TextDecoder': 'TextDecoder' },
		charset: 'utf8',
		logLevel: 'warning',
	});

const copyIcons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

const copyCodexAndSchemas = () =>
	src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], { base: '.' }).pipe(dest('dist'));

exports.clean = clean;
exports.build = series(clean, parallel(typeCheck, bundle, copyIcons, copyCodexAndSchemas));
exports.default = exports.build;
