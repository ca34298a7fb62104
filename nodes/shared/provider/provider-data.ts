import type { ProviderReply } from './provider-call';
import { isRefusedForLoad } from './persistent-call';
import { readAnswer } from '../vocabulary/read-answer';

/** An answer that could be read, or why there is none, in words for the user. */
export type ProviderData =
	| {
			readonly ok: true;
			readonly httpStatus: number;
			readonly data: Record<string, unknown> | unknown[];
	  }
	| {
			readonly ok: false;
			readonly what: string;
			readonly remedy: string;
			readonly httpStatus: number | null;
	  };

const CHECK_BASE_URL = 'Check the Base URL in the AllMySMS credential.';

function ofStatus(httpStatus: number): ProviderData | null {
	const failure = (what: string, remedy: string): ProviderData => ({
		ok: false,
		what,
		remedy,
		httpStatus,
	});
	if (httpStatus === 401 || httpStatus === 403) {
		return failure(
			`AllMySMS refused the login or the API key (HTTP ${httpStatus})`,
			'Check both in the AllMySMS credential.',
		);
	}
	if (httpStatus >= 500) {
		return failure(`AllMySMS answered with HTTP ${httpStatus}`, 'Run the node again later.');
	}
	if (httpStatus >= 300) {
		return failure(`The address answered with HTTP ${httpStatus}`, CHECK_BASE_URL);
	}
	return null;
}

/**
 * Reads the reply to a request that only asks: there is nothing to lose when it is asked again.
 * A readable body of a refusal (HTTP 4xx) is given to the caller, who knows its codes.
 */
export function providerData(reply: ProviderReply): ProviderData {
	if (reply.kind === 'unreached') {
		return {
			ok: false,
			what: `AllMySMS was not reached: ${reply.reason}`,
			remedy: reply.remedy,
			httpStatus: null,
		};
	}
	if (reply.kind === 'uncertain') {
		const what = `There is no answer: ${reply.reason}`;
		return { ok: false, what, remedy: 'Run the node again later.', httpStatus: null };
	}
	const { httpStatus } = reply;
	if (isRefusedForLoad(reply)) {
		return { ok: false, what: 'AllMySMS is busy', remedy: 'Run the node again later.', httpStatus };
	}
	const answer = readAnswer(reply.body);
	const isReadableRefusal =
		answer.ok && httpStatus >= 400 && httpStatus < 500 && httpStatus !== 401 && httpStatus !== 403;
	const failure = isReadableRefusal ? null : ofStatus(httpStatus);
	if (failure) return failure;
	if (!answer.ok) {
		return {
			ok: false,
			what: 'The answer cannot be read, it is not from AllMySMS',
			remedy: CHECK_BASE_URL,
			httpStatus,
		};
	}
	return { ok: true, httpStatus, data: answer.data };
}
