import type { FastifyInstance } from 'fastify';

import { SHORT_PATH } from '../links/link-book.mts';
import type { Sandbox } from '../sandbox.mts';

/** Short addresses: the phone's browser opens one, and the click is counted. */
export function addShortLinkRoute(server: FastifyInstance, sandbox: Sandbox): void {
	server.get<{ Params: { code: string } }>(`${SHORT_PATH}:code`, (request, reply) => {
		const url = sandbox.links.follow(request.params.code);
		if (url === undefined) {
			return reply.code(404).type('text/plain; charset=utf-8').send('There is no such link');
		}
		sandbox.changes.raise();
		return reply.redirect(url, 302);
	});
}
