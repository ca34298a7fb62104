import { setTimeout as sleep } from 'node:timers/promises';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { delayOf, letsCarryOut, statusOf, type RequestFault } from '../faults/fault.mts';
import { answerWithFault, reset, strikesFirst } from '../faults/wire.mts';
import { answerV9, plainAnswer, type ApiAnswer } from '../http-api/answer-call.mts';
import { failed } from '../http-api/call.mts';
import { decodeBytes } from '../payload/form.mts';
import { answerRest } from '../rest-api/answer-call.mts';
import type { Sandbox } from '../sandbox.mts';
import { namesOf, targetOf, type ApiRoute } from './api-route.mts';
import { bodyOf, readParameters } from '../requests/read-parameters.mts';
import type { RecordedRequest } from '../requests/request-log.mts';

/** An API request between its head and its answer. */
export interface ApiVisit {
	readonly route: ApiRoute;
	readonly entry: RecordedRequest;
	readonly fault: RequestFault | null;
	readonly startedAt: number;
}

const headersOf = (request: FastifyRequest): Record<string, string> =>
	Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')]),
	);

/** Notes a request whose head is read, and finds the fault that it meets. */
export function beginVisit(request: FastifyRequest, route: ApiRoute, sandbox: Sandbox): ApiVisit {
	const url = targetOf(request.originalUrl);
	const fault = sandbox.faults.nextForRequest(namesOf(route, url));
	const entry = sandbox.requests.begin({
		method: request.method,
		url: decodeBytes(Buffer.from(url, 'latin1')),
		endpoint: route.endpoint,
		headers: headersOf(request),
	});
	entry.fault = fault?.kind ?? null;
	sandbox.changes.raise();
	return { route, entry, fault, startedAt: performance.now() };
}

/** Cuts the connection where the fault says so, before the body is read. */
export function strikesNow(visit: ApiVisit, reply: FastifyReply, sandbox: Sandbox): boolean {
	if (!visit.fault || !strikesFirst(visit.fault)) return false;
	finish(visit, null, null, sandbox);
	reply.hijack();
	reset(reply.raw);
	return true;
}

function finish(
	{ entry, startedAt }: ApiVisit,
	status: number | null,
	code: string | null,
	sandbox: Sandbox,
): void {
	entry.status = status;
	entry.code = code;
	entry.durationMs = Math.round(performance.now() - startedAt);
	sandbox.changes.raise();
}

/** Carries a request out. */
async function carriedOut(
	{ route, entry }: ApiVisit,
	request: FastifyRequest,
	sandbox: Sandbox,
): Promise<ApiAnswer> {
	if (route.api === 'rest') {
		const body = bodyOf(request);
		sandbox.requests.keepText(entry, decodeBytes(body));
		return answerRest(
			{
				method: request.method,
				path: route.endpoint,
				authorization: request.headers.authorization ?? '',
				body,
			},
			sandbox,
		);
	}
	const { parameters, recorded } = await readParameters(request);
	if (recorded.kind === 'text') sandbox.requests.keepText(entry, recorded.text);
	else sandbox.requests.keepFields(entry, recorded.fields);
	if (request.method !== 'GET' && request.method !== 'POST') {
		return plainAnswer(failed('Only GET and POST are allowed'), 405, sandbox);
	}
	return answerV9(route, parameters, sandbox);
}

/** What a client would have got where the fault keeps the request from being carried out. */
const NOTHING: ApiAnswer = { httpStatus: 200, contentType: 'text/html', body: '{}', code: null };

/** Waits before it carries out; a client that hung up meanwhile gets nothing done. */
async function late(
	visit: ApiVisit,
	fault: RequestFault,
	request: FastifyRequest,
	reply: FastifyReply,
	sandbox: Sandbox,
): Promise<unknown> {
	await sleep(delayOf(fault), undefined, { ref: false });
	if (reply.raw.destroyed) {
		finish(visit, null, null, sandbox);
		return await reply.hijack();
	}
	const answer = await carriedOut(visit, request, sandbox);
	finish(visit, answer.httpStatus, answer.code, sandbox);
	return await reply.code(answer.httpStatus).type(answer.contentType).send(answer.body);
}

/** Answers an API request, with the fault that it meets. */
export async function serveApi(
	visit: ApiVisit,
	request: FastifyRequest,
	reply: FastifyReply,
	sandbox: Sandbox,
): Promise<unknown> {
	const { fault } = visit;
	const isProcessed = fault === null || letsCarryOut(fault);
	if (fault?.kind === 'delay' && !isProcessed)
		return await late(visit, fault, request, reply, sandbox);
	const answer = isProcessed ? await carriedOut(visit, request, sandbox) : NOTHING;
	if (!fault) {
		finish(visit, answer.httpStatus, answer.code, sandbox);
		return await reply.code(answer.httpStatus).type(answer.contentType).send(answer.body);
	}
	if (!isProcessed) sandbox.requests.keepText(visit.entry, decodeBytes(bodyOf(request)));
	reply.hijack();
	const statusSent = fault.kind === 'status' ? statusOf(fault) : answer.httpStatus;
	finish(visit, fault.kind === 'reset-after' ? null : statusSent, answer.code, sandbox);
	await answerWithFault(reply.raw, fault, answer);
	return await reply;
}
