import path from 'node:path';
import vm from 'node:vm';

import type * as Esbuild from 'esbuild';

import { projectRoot, type Line } from './lines.mts';
import { requireFrom } from './native.mts';

/**
 * Loads one module of the pack with the n8n-workflow of a line, which is all that the pack takes from
 * n8n at run time. `dist` has no modules of its own for the parts of a node.
 *
 * @param file below the project's folder
 */
export function loadFromSource({ root }: Line, file: string): unknown {
	const esbuild = requireFrom(projectRoot)('esbuild') as typeof Esbuild;
	const { outputFiles } = esbuild.buildSync({
		entryPoints: [path.join(projectRoot, file)],
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
	});
	const code = outputFiles[0]?.text ?? '';
	const run = vm.runInThisContext(`(function (require, module) {${code}\n})`, {
		filename: file,
	}) as (require: NodeJS.Require, module: { exports: unknown }) => void;
	const module = { exports: {} };
	run(requireFrom(root), module);
	return module.exports;
}
