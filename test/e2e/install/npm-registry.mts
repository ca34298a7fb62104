import { createHash } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';

import { root } from '../../../setup/places.mjs';

/** A registry of this machine that has one package. */
export interface NpmRegistry {
	readonly url: string;
	/** The one version that it has: n8n 1.x asks for one by its number. */
	readonly version: string;
	/** Paths that were asked for, in order. */
	readonly asked: readonly string[];
	readonly close: () => Promise<void>;
}

/** Serves a tarball as npm's registry would serve the published package. */
export const startNpmRegistry = async (tarball: string): Promise<NpmRegistry> => {
	const content = await readFile(tarball);
	const manifest = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
	};
	const { name, version } = manifest;
	const file = `/${name}/-/${path.basename(tarball)}`;
	const asked: string[] = [];
	let url = '';
	const server = createServer(({ url: target = '' }, response) => {
		asked.push(target);
		if (target === file) {
			response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(content);
			return;
		}
		if (target !== `/${name}`) {
			response.writeHead(404, { 'content-type': 'application/json' }).end('{}');
			return;
		}
		const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
		const dist = { tarball: `${url}${file}`, integrity };
		const versions = { [version]: { ...manifest, dist } };
		response
			.writeHead(200, { 'content-type': 'application/json' })
			.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('The registry has no port');
	url = `http://127.0.0.1:${address.port}`;
	return {
		url,
		version,
		asked,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
};

/**
 * Puts an `npm` into a folder that asks `registry` wherever npm would ask the public one: n8n names that
 * one itself in each call, and takes another only with a paid licence.
 *
 * @returns the PATH with which a program finds it
 */
export const npmThatAsks = async (registry: string, folder: string, rest: string) => {
	await mkdir(folder, { recursive: true });
	const program = path.join(folder, 'npm');
	await writeFile(
		program,
		[
			'#!/bin/sh',
			`export PATH='${rest}' npm_config_cache='${path.join(folder, 'cache')}'`,
			`exec npm "$@" --registry='${registry}'`,
			'',
		].join('\n'),
	);
	await chmod(program, 0o755);
	return `${folder}${path.delimiter}${rest}`;
};
