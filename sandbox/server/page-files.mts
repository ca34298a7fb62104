import { fileURLToPath } from 'node:url';

import files, { type FastifyStaticOptions } from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const PAGE = fileURLToPath(new URL('../page/', import.meta.url));

/** What draws the page, as it is published: the browser finds it by the import map of the page. */
const LIT_HTML = fileURLToPath(new URL('../../node_modules/lit-html/', import.meta.url));

/** What a page is made of; both folders hold more than that. */
const SERVED = /\.(?:html|css|js|mjs|svg)$/;

const options = {
	index: false,
	// The page of a newer sandbox must not be drawn by the scripts of an older one.
	cacheControl: false,
	setHeaders: (response) => {
		response.setHeader('cache-control', 'no-cache');
	},
	allowedPath: (path) => SERVED.test(path),
} satisfies Partial<FastifyStaticOptions>;

/** `GET /` and the files that the page asks for. */
export function addPageRoutes(server: FastifyInstance): void {
	// Not awaited: that would end the set-up of the server before its error handler is there.
	void server.register(files, { ...options, root: PAGE, prefix: '/page/' });
	void server.register(files, {
		...options,
		root: LIT_HTML,
		prefix: '/lit-html/',
		decorateReply: false,
	});
	server.get('/', (_request, reply) => reply.sendFile('index.html'));
}
