import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNativeError } from 'node:util/types';

import type { FastifyInstance, FastifyReply } from 'fastify';

const PAGE = fileURLToPath(new URL('../page/', import.meta.url));

/** What draws the page, as it is published: the browser finds it by the import map of the page. */
const LIT_HTML = fileURLToPath(new URL('../../node_modules/lit-html/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
};

/** Names of files below a folder, without a way out of it. */
const INSIDE = /^(?:[\w-]+\/)*[\w-]+\.(?:html|css|js|mjs|svg)$/;

async function sendFile(reply: FastifyReply, folder: string, name: string): Promise<FastifyReply> {
	const type = TYPES[extname(name)];
	if (type === undefined || !INSIDE.test(name)) return await notFound(reply);
	try {
		const content = await readFile(join(folder, name));
		return await reply.type(type).header('cache-control', 'no-cache').send(content);
	} catch (error) {
		if (isNativeError(error) && 'code' in error && error.code === 'ENOENT') {
			return await notFound(reply);
		}
		throw error;
	}
}

const notFound = (reply: FastifyReply): FastifyReply =>
	reply.code(404).type('text/plain; charset=utf-8').send('There is no such page');

/** `GET /` and the files that the page asks for. */
export function addPageRoutes(server: FastifyInstance): void {
	server.get('/', async (_request, reply) => await sendFile(reply, PAGE, 'index.html'));
	for (const [address, folder] of [
		['/page/', PAGE],
		['/lit-html/', LIT_HTML],
	] as const) {
		server.get(`${address}*`, async (request, reply) => {
			const path = request.originalUrl.split('?', 1)[0] ?? '';
			return await sendFile(reply, folder, path.slice(address.length));
		});
	}
}
