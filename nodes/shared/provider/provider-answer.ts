import { fail, read, type Problem, type Result } from '../problem';
import { readAnswer, type AnswerData } from '../vocabulary/answers';
import { isRefusedForLoad, type ProviderReply } from './provider-call';

/** The largest answer that is read: 100,000 receipts need some 20 MB. */
export const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** An answer larger than {@link MAX_ANSWER_BYTES}. */
export class OversizedAnswer extends Error {}

/** What is used of a Node.js stream. */
export interface ByteStream extends AsyncIterable<Uint8Array> {
	destroy(): unknown;
}

/** Reads a whole answer, or throws {@link OversizedAnswer} before it fills the memory. */
export async function readBoundedBody(body: ByteStream): Promise<string> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	for await (const chunk of body) {
		bytes += chunk.length;
		if (bytes > MAX_ANSWER_BYTES) {
			body.destroy();
			throw new OversizedAnswer('The answer is too large');
		}
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

type Fault = Exclude<ProviderReply, { kind: 'answered' }>;

const CHECK_ADDRESS =
	'Check the Base URL in the AllMySMS credential and whether n8n can reach the internet, then run it again.';
const CHECK_CERTIFICATE =
	'Check the Base URL in the AllMySMS credential; behind a company proxy, ask its administrator about the certificate.';

/** Codes of Node.js that only looking up a name and connecting give. */
const NOT_CONNECTED: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'the server refused the connection',
	ENOTFOUND: 'the host name is not known',
	EAI_AGAIN: 'the host name could not be looked up',
	UND_ERR_CONNECT_TIMEOUT: 'the connection was not made in time',
};

/** Codes that a connection which stood for a while can end with too, when its route goes down. */
const NOT_CONNECTED_AT_CONNECT: Readonly<Record<string, string>> = {
	ENETUNREACH: 'the network cannot be reached',
	EHOSTUNREACH: 'the host cannot be reached',
	EHOSTDOWN: 'the host is down',
	EADDRNOTAVAIL: 'no local network address is available',
	ETIMEDOUT: 'the connection was not made in time',
};

/** Set-up faults: trying again changes nothing until somebody changes a setting. */
const MISCONFIGURED: Readonly<Record<string, string>> = {
	ERR_INVALID_URL: 'the address cannot be read',
	ERR_BAD_OPTION: 'the address cannot be used',
	ERR_UNSUPPORTED_PROTOCOL: 'the address must begin with https:// or http://',
	ERR_INVALID_PROTOCOL: 'the address must begin with https:// or http://',
};

const NO_HTTPS = 'the server does not speak HTTPS, or no version of it that is safe';

/** What Node.js checks of the server's certificate, before it writes the request. */
const CERTIFICATE = /^(?!ERR_SSL_).*(?:CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY))/;

/**
 * Only the first words between client and server go wrong in these ways. Other faults of TLS also
 * come after the request was read: a cut without farewell, a record that cannot be decrypted.
 */
const HANDSHAKE =
	/wrong.version.number|handshake.failure|unsupported.protocol|alert.protocol.version|unrecognized.name|http.request/i;
const IS_TLS = /^(?:EPROTO$|ERR_SSL_)/;

/** Node.js says this when TLS was still being set up: no byte of the request had left. */
const BEFORE_TLS = 'before secure TLS connection was established';

interface Link {
	readonly code: string;
	readonly syscall: string;
	readonly message: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

/** What the error of an object says; n8n 1.x keeps no cause, only its code and its words. */
function linkOf(error: Record<string, unknown>): Link {
	const message = [text(error.message), ...texts(error.messages)].join('\n');
	return {
		code: text(error.code) || text(error.httpCode),
		syscall: text(error.syscall) || (/\bconnect E[A-Z]+ /.test(message) ? 'connect' : ''),
		message,
	};
}

/** n8n and axios wrap the error of the socket; the words that matter can be at any depth. */
function* chain(error: unknown): Generator<Link> {
	const seen = new Set<unknown>();
	const open: unknown[] = [error];
	while (open.length > 0 && seen.size < 20) {
		const current = open.shift();
		if (typeof current !== 'object' || current === null || seen.has(current)) continue;
		seen.add(current);
		const link = current as Record<string, unknown>;
		yield linkOf(link);
		open.push(link.cause, link.reason, ...(Array.isArray(link.errors) ? link.errors : []));
	}
}

const unreached = (reason: string, remedy: string, mayHeal: boolean): Fault => ({
	kind: 'unreached',
	reason,
	remedy,
	mayHeal,
});

/**
 * Tells whether a failed request can have reached the provider. Only what is certain counts as
 * not reached: everything else is uncertain, because an SMS sent twice is worse than one not sent.
 */
export function connectionFault(error: unknown): Fault {
	const links = [...chain(error)];
	for (const { code, syscall, message } of links) {
		const reason =
			NOT_CONNECTED[code] ?? (syscall === 'connect' ? NOT_CONNECTED_AT_CONNECT[code] : undefined);
		if (reason) return unreached(reason, CHECK_ADDRESS, true);
		if (message.includes(BEFORE_TLS)) {
			return unreached('the secure connection was cut while it was set up', CHECK_ADDRESS, true);
		}
		const speaksNoTls = IS_TLS.test(code) && HANDSHAKE.test(`${code} ${message}`);
		const setting = speaksNoTls ? NO_HTTPS : MISCONFIGURED[code];
		if (setting) return unreached(setting, CHECK_ADDRESS, false);
		if (CERTIFICATE.test(code)) {
			return unreached('the certificate of the server is not trusted', CHECK_CERTIFICATE, false);
		}
	}
	const all = links.map(({ code, message }) => `${code} ${message}`).join(' ');
	if (/ssrf|blocked|not allowed/i.test(all) && !/ECONN|EPIPE|timeout/i.test(all)) {
		return unreached(
			'this n8n does not allow requests to the address',
			'Check the Base URL and the allowed domains of the AllMySMS credential, or ask the administrator of n8n.',
			false,
		);
	}
	if (/abort|cancel/i.test(all) && !/timeout/i.test(all)) {
		return { kind: 'uncertain', reason: 'the execution was canceled while AllMySMS was working' };
	}
	if (/timeout|ETIMEDOUT|ECONNABORTED/i.test(all)) {
		return { kind: 'uncertain', reason: 'AllMySMS did not answer in time' };
	}
	return { kind: 'uncertain', reason: 'the connection was cut before AllMySMS answered' };
}

/** An answer that could be read. */
export interface ReadableAnswer {
	readonly httpStatus: number;
	readonly data: AnswerData;
}

/** Why there is none. */
export interface NoAnswer extends Problem {
	readonly httpStatus: number | null;
}

/** What came of a request that only asks. */
export type ProviderData = Result<ReadableAnswer, NoAnswer>;

/** The result where there is no answer that could be read. */
export const noAnswer = (what: string, remedy: string, httpStatus: number | null = null) =>
	fail({ what, remedy, httpStatus } satisfies NoAnswer);

const AGAIN = 'Run the node again later.';
const CHECK_BASE_URL = 'Check the Base URL in the AllMySMS credential.';

function ofStatus(httpStatus: number): ProviderData | null {
	if (httpStatus === 401 || httpStatus === 403) {
		return noAnswer(
			`AllMySMS refused the login or the API key (HTTP ${httpStatus})`,
			'Check both in the AllMySMS credential.',
			httpStatus,
		);
	}
	if (httpStatus >= 500) {
		return noAnswer(`AllMySMS answered with HTTP ${httpStatus}`, AGAIN, httpStatus);
	}
	if (httpStatus >= 300) {
		return noAnswer(`The address answered with HTTP ${httpStatus}`, CHECK_BASE_URL, httpStatus);
	}
	return null;
}

/**
 * Reads the reply to a request that only asks: there is nothing to lose when it is asked again.
 * A readable body of a refusal (HTTP 4xx) is given to the caller, who knows its codes.
 */
export function providerData(reply: ProviderReply): ProviderData {
	if (reply.kind === 'unreached') {
		return noAnswer(`AllMySMS was not reached: ${reply.reason}`, reply.remedy);
	}
	if (reply.kind === 'uncertain') {
		return noAnswer(`There is no answer: ${reply.reason}`, AGAIN);
	}
	const { httpStatus } = reply;
	if (isRefusedForLoad(reply)) {
		return noAnswer('AllMySMS is busy', AGAIN, httpStatus);
	}
	const answer = readAnswer(reply.body);
	const isReadableRefusal =
		answer !== null &&
		httpStatus >= 400 &&
		httpStatus < 500 &&
		httpStatus !== 401 &&
		httpStatus !== 403;
	const failure = isReadableRefusal ? null : ofStatus(httpStatus);
	if (failure) return failure;
	if (answer === null) {
		return noAnswer(
			'The answer cannot be read, it is not from AllMySMS',
			CHECK_BASE_URL,
			httpStatus,
		);
	}
	return read({ httpStatus, data: answer });
}
