import { isNativeError } from 'node:util/types';

import { FormData, request, type Agent } from 'undici';

import type { Push, PushAttempt } from './push.mts';

/** A webhook that is silent for so long counts as unreachable. */
const TIMEOUT_MS = 10_000;

/** What is kept of an answer, in characters. */
const KEPT_ANSWER = 200;

/** What is read of an answer, in bytes; a longer one is cut off. */
const READ_ANSWER = 65_536;

const withQuery = (url: string, body: Push['body']): string =>
	`${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(body).toString()}`;

function multipart(body: Push['body']): FormData {
	const form = new FormData();
	for (const [name, value] of Object.entries(body)) form.append(name, value);
	return form;
}

/** Address and content of a push. A GET has no body, whatever the encoding. */
function written({ url, method, encoding, body }: Push) {
	if (method === 'GET' || encoding === 'query') return { url: withQuery(url, body), method };
	if (encoding === 'multipart') return { url, method, body: multipart(body) };
	return encoding === 'json'
		? {
				url,
				method,
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			}
		: {
				url,
				method,
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				body: new URLSearchParams(body).toString(),
			};
}

async function beginningOf(body: AsyncIterable<Buffer>): Promise<string> {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of body) {
		chunks.push(chunk);
		length += chunk.length;
		if (length > READ_ANSWER) break;
	}
	return Buffer.concat(chunks).toString('utf8').slice(0, KEPT_ANSWER);
}

const SILENCE = `No answer within ${TIMEOUT_MS / 1_000} seconds`;

/** Connection faults in the words of the page, by the code of Node or undici. */
const FAULTS = new Map([
	['ECONNREFUSED', 'Nobody listens at this address: is n8n running, and the port right?'],
	['ECONNRESET', 'The connection was cut before an answer came'],
	['UND_ERR_SOCKET', 'The connection was cut before an answer came'],
	['ENOTFOUND', 'There is no host of this name'],
	['EAI_AGAIN', 'The name of the host could not be looked up'],
	['UND_ERR_CONNECT_TIMEOUT', SILENCE],
	['UND_ERR_HEADERS_TIMEOUT', SILENCE],
	['UND_ERR_BODY_TIMEOUT', SILENCE],
]);

const reasonOf = (error: unknown): string => {
	if (!isNativeError(error)) return String(error);
	const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
	return FAULTS.get(code) ?? `${code} ${error.message}`.trim();
};

/**
 * Calls a webhook once; never rejects.
 *
 * @param at ISO 8601, what the sandbox's clock shows
 */
export async function callWebhook(push: Push, at: string, agent: Agent): Promise<PushAttempt> {
	const { url, ...options } = written(push);
	try {
		const answer = await request(url, {
			...options,
			dispatcher: agent,
			headersTimeout: TIMEOUT_MS,
			bodyTimeout: TIMEOUT_MS,
		});
		return { at, status: answer.statusCode, answer: await beginningOf(answer.body) };
	} catch (error) {
		return { at, status: null, answer: reasonOf(error).slice(0, KEPT_ANSWER) };
	}
}

/** Whether the webhook took a push. */
export const isTaken = ({ status }: PushAttempt): boolean =>
	status !== null && status >= 200 && status < 300;
