import {
	sleep,
	type IAllExecuteFunctions,
	type IExecuteFunctions,
	type IHttpRequestOptions,
	type ILoadOptionsFunctions,
	type IWebhookFunctions,
} from 'n8n-workflow';

import { read, refuse, type Result } from '../problem';
import { canReadAnswers } from '../vocabulary/answers';
import {
	connectionFault,
	OversizedAnswer,
	readBoundedBody,
	type ByteStream,
} from './provider-answer';
import {
	callPersistently,
	formText,
	readBaseUrl,
	readRetryAfter,
	type ProviderReply,
	type ProviderRequest,
} from './provider-call';

/** The one credential of this package. */
export const CREDENTIAL_TYPE = 'allMySmsApi';

/** The contexts of n8n that can speak to the provider. */
export type ProviderContext = IExecuteFunctions | ILoadOptionsFunctions | IWebhookFunctions;

interface FullResponse {
	readonly statusCode: number;
	readonly headers: Readonly<Record<string, unknown>>;
	readonly body: ByteStream;
}

/** The address of the provider from the credential, or why it cannot be used. */
export async function readProviderAddress(context: ProviderContext): Promise<Result<string>> {
	const credential = await context.getCredentials(CREDENTIAL_TYPE);
	const address = readBaseUrl(credential.baseUrl);
	if (address !== null) return read(address);
	return refuse(
		'Base URL',
		'of the AllMySMS credential is not a web address',
		'Open the credential and enter an address such as https://api.allmysms.com.',
	);
}

function requestOptions(address: string, request: ProviderRequest): IHttpRequestOptions {
	const shared = {
		timeout: request.timeoutMs,
		// A redirected POST loses its body or sends it twice, and carries the key to another host.
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		encoding: 'stream',
	} as const;
	if (request.api === 'v9') {
		return {
			...shared,
			method: 'POST',
			// Both spellings work; without the slash some servers answer with a redirect.
			url: `${address}/http/9.0/${request.endpoint}/`,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: formText({ ...request.fields, returnformat: 'json' }),
		};
	}
	const url = `${address}${request.path}`;
	if (request.body === undefined) return { ...shared, method: 'GET', url };
	return {
		...shared,
		method: 'POST',
		url,
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify(request.body),
	};
}

const headerText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Shorter than any key; to mask so little would mangle answers. */
const SHORTEST_KEY = 8;

/** The provider repeats the key in its account data, and may do so in the words of a refusal. */
async function withoutKey(context: ProviderContext, body: string): Promise<string> {
	const { apiKey } = await context.getCredentials(CREDENTIAL_TYPE);
	const key = typeof apiKey === 'string' ? apiKey.trim() : '';
	return key.length < SHORTEST_KEY ? body : body.replaceAll(key, '***');
}

async function readReply(context: ProviderContext, response: FullResponse): Promise<ProviderReply> {
	return {
		kind: 'answered',
		httpStatus: response.statusCode,
		body: await withoutKey(context, await readBoundedBody(response.body)),
		retryAfterMs: readRetryAfter(response.headers['retry-after'], Date.now()),
		location: headerText(response.headers.location),
	};
}

const GONE: ProviderReply = {
	kind: 'unreached',
	reason: 'the AllMySMS node was updated or removed while the workflow ran',
	remedy: 'Run the workflow again.',
	mayHeal: false,
};

/** Settles when the time is up, whatever the socket does: the time limit of axios starts anew with every byte. */
function deadline(timeoutMs: number): { reached: Promise<'late'>; over: () => boolean } {
	const signal = AbortSignal.timeout(timeoutMs);
	const reached = new Promise<'late'>((resolve) => {
		signal.addEventListener('abort', () => resolve('late'), { once: true });
	});
	return { reached, over: () => signal.aborted };
}

/**
 * Sends one request through n8n's own HTTP helper, once. Never throws for what happens on the
 * way: the reply says whether the provider answered, was certainly not reached, or may have been.
 * What n8n throws is dropped here on purpose, because it holds the API key.
 */
export async function callProvider(
	context: ProviderContext,
	address: string,
	request: ProviderRequest,
): Promise<ProviderReply> {
	if (!canReadAnswers()) return GONE;
	const limit = deadline(request.timeoutMs);
	const late: ProviderReply = { kind: 'uncertain', reason: 'AllMySMS did not answer in time' };
	let stream: ByteStream | undefined;

	const exchange = (async (): Promise<ProviderReply> => {
		const response = (await context.helpers.httpRequestWithAuthentication.call(
			context as IAllExecuteFunctions,
			CREDENTIAL_TYPE,
			requestOptions(address, request),
		)) as FullResponse;
		stream = response.body;
		if (limit.over()) {
			stream.destroy();
			return late;
		}
		return await readReply(context, response);
	})().catch(
		(error: unknown): ProviderReply =>
			error instanceof OversizedAnswer
				? { kind: 'uncertain', reason: 'the answer of AllMySMS was too large to be read' }
				: connectionFault(error),
	);

	const first = await Promise.race([exchange, limit.reached]);
	if (first !== 'late') return first;
	stream?.destroy();
	return late;
}

/** Whether the execution was cancelled: nobody waits for an answer then. */
const isCancelled = (context: ProviderContext): boolean =>
	'getExecutionCancelSignal' in context && (context.getExecutionCancelSignal()?.aborted ?? false);

/**
 * Sends one request, and again where that is certain to be safe: it did not reach the provider, or
 * was refused for load.
 *
 * @param isOver whether there is no use in a further try
 */
export async function callProviderAgain(
	context: ProviderContext,
	address: string,
	request: ProviderRequest,
	isOver = () => isCancelled(context),
): Promise<ProviderReply> {
	return await callPersistently(async () => await callProvider(context, address, request), {
		sleep,
		cancelled: isOver,
		random: Math.random,
	});
}
