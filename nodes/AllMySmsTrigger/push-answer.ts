import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/** The answer to a push, before and while it is written. */
export type PushResponse = ReturnType<IWebhookFunctions['getResponseObject']>;

/** What AllMySMS, or whoever calls, gets when nothing is wrong. */
export const OK = 'OK';

const HEADERS = {
	'Content-Type': 'text/plain; charset=utf-8',
	// A push may be a GET: an answer from a cache would be a lost event.
	'Cache-Control': 'no-store',
} as const;

/** Answers a push that starts nothing. */
export function answerPush(
	response: PushResponse,
	httpStatus: 200 | 400 | 401 | 500,
	line: string,
): IWebhookResponseData {
	response.writeHead(httpStatus, { ...HEADERS, 'Content-Length': Buffer.byteLength(line) });
	response.end(line);
	return { noWebhookResponse: true };
}

/** Prepares the answer that n8n gives as soon as it has started the execution. */
export function prepareOk(response: PushResponse): void {
	for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

/**
 * Waits for the end of an answer.
 *
 * @returns whether the caller was told 200; false also where he left before
 */
export async function isToldOk(response: PushResponse): Promise<boolean> {
	if (!response.destroyed) {
		await new Promise<void>((resolve) => response.once('close', () => resolve()));
	}
	return response.writableFinished && response.statusCode === 200;
}
