import type { ApiAnswer } from '../http-api/answer-call.mts';
import type { Sandbox } from '../sandbox.mts';

/** A request to the REST API. */
export interface RestRequest {
	readonly method: string;
	/** Without a slash at its end. */
	readonly path: string;
	/** Header of the same name; empty without one. */
	readonly authorization: string;
	readonly body: Buffer;
}

const answer = (httpStatus: number, fields: Readonly<Record<string, unknown>>): ApiAnswer => ({
	httpStatus,
	contentType: 'application/json; charset=utf-8',
	body: JSON.stringify(fields),
	code: String(fields.code ?? ''),
});

/** A refusal: an HTTP status, a code and a text. */
export const restRefusal = (httpStatus: number, code: number, description: string): ApiAnswer =>
	answer(httpStatus, { code, description });

export function answerRest(_request: RestRequest, _sandbox: Sandbox): ApiAnswer {
	return restRefusal(401, 102, 'Unauthorized');
}
