import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';

import { addControlRoutes, refuseBadInput } from '../control/routes.mts';
import { plainAnswer } from '../http-api/answer-call.mts';
import { failed } from '../http-api/call.mts';
import { REST_CODES, restRefusal } from '../rest-api/answer.mts';
import type { Sandbox } from '../sandbox.mts';
import { apiRoute } from './api-route.mts';
import { addPageRoutes } from './page-files.mts';
import { addShortLinkRoute } from './short-links.mts';
import { beginVisit, serveApi, strikesNow, type ApiVisit } from './serve-api.mts';

/** Bodies, and with them 100,000 recipients in one request, in bytes. */
const LARGEST_BODY = 64 * 1024 * 1024;

/** A payload in a query string, which some of the provider's samples write, in bytes. */
const LARGEST_HEAD = 1024 * 1024;

/** Where all API requests are served: their own paths have characters that no router takes. */
const API = '/_api';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Serves a request that reached no answer: it broke off, is too large, or its parts are broken. */
function answerUnreadable(
	error: unknown,
	request: FastifyRequest,
	reply: FastifyReply,
	sandbox: Sandbox,
) {
	const refused = refuseBadInput(error, reply);
	if (refused) return refused;
	const status =
		error instanceof Error && 'statusCode' in error ? Number(error.statusCode) || 400 : 400;
	const text = error instanceof Error ? error.message : String(error);
	const route = apiRoute(request.originalUrl);
	if (route === null) return reply.code(status).send({ error: text });
	const answer =
		route.api === 'v9'
			? plainAnswer(failed(text), status, sandbox)
			: restRefusal(status, REST_CODES.notJson, text);
	return reply.code(answer.httpStatus).type(answer.contentType).send(answer.body);
}

/** The HTTP server with both APIs, the control API and the page; not listening yet. */
export async function createServer(sandbox: Sandbox): Promise<FastifyInstance> {
	const server = fastify({
		bodyLimit: LARGEST_BODY,
		http: { maxHeaderSize: LARGEST_HEAD },
		forceCloseConnections: true,
		exposeHeadRoutes: false,
		routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true },
		rewriteUrl: ({ url = '/' }) => (apiRoute(url) ? API : url),
	});
	server.removeAllContentTypeParsers();
	await server.register(multipart, {
		// Bytes as they came: see the reading of fields.
		defCharset: 'latin1',
		limits: { fileSize: LARGEST_BODY, fieldSize: LARGEST_BODY, fields: 1_000, files: 100 },
	});
	server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) =>
		done(null, body),
	);

	const visits = new WeakMap<FastifyRequest, ApiVisit>();
	server.addHook('onRequest', async (request, reply) => {
		const route = apiRoute(request.originalUrl);
		if (!route) return;
		const visit = beginVisit(request, route, sandbox);
		visits.set(request, visit);
		strikesNow(visit, reply, sandbox);
	});
	server.route({
		method: METHODS,
		url: API,
		handler: async (request, reply) => {
			const visit = visits.get(request);
			if (!visit) return await reply.code(404).send({ error: 'There is no such address' });
			return await serveApi(visit, request, reply, sandbox);
		},
	});
	addControlRoutes(server, sandbox);
	addShortLinkRoute(server, sandbox);
	addPageRoutes(server);
	server.setErrorHandler((error, request, reply) =>
		answerUnreadable(error, request, reply, sandbox),
	);
	server.setNotFoundHandler((_request, reply) =>
		reply.code(404).send({ error: 'There is no such address' }),
	);
	return await server;
}
