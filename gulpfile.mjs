import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import gulp from 'gulp';
import { tsImport } from 'tsx/esm/api';
import { bundleCode, entryCode } from './build/code.mjs';
import { checkedDeclarations } from './build/declarations.mjs';
import { licencesOf } from './build/licences.mjs';

const { dest, parallel, series, src } = gulp;

/** @type {{ main: string, n8n: { nodes: string[], credentials: string[] } }} */
const manifest = JSON.parse(await readFile('package.json', 'utf8'));

/** For TypeScript users, and the whole of the code. */
const ENTRY = 'index.ts';

/**
 * @param {string} file
 * @param {string | Uint8Array} content
 */
const write = async (file, content) => {
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, content);
};

export const clean = async () => await rm('dist', { recursive: true, force: true });

const code = async () => {
	const { files, sources } = await bundleCode(ENTRY);
	for (const { path: file, contents } of files) await write(file, contents);
	for (const file of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
		await write(file, entryCode(file, manifest.main));
	}
	await write('dist/THIRD_PARTY_LICENSES.md', licencesOf(sources));
};

const declarations = async () => {
	await write('dist/index.d.ts', checkedDeclarations(ENTRY));
};

const copyIcons = () => src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));

const copyCodex = () => src('nodes/**/*.node.json', { base: '.' }).pipe(dest('dist'));

const schemas = async () => {
	/** @type {typeof import('./build/output-schemas.mts')} */
	const { outputSchemas } = await tsImport('./build/output-schemas.mts', import.meta.url);
	for (const [file, schema] of outputSchemas) {
		await write(file, `${JSON.stringify(schema, null, '\t')}\n`);
	}
};

export const build = series(clean, parallel(code, copyIcons, copyCodex, schemas), declarations);
export default build;
