import { type ProviderReply, isRefusedForLoad } from './provider-call';
import { fail, read, type Problem, type Result } from '../problem';
import { readAnswer, type AnswerData } from '../vocabulary/answers';

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
