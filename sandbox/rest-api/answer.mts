import type { ApiAnswer } from '../http-api/answer-call.mts';
import type { Refusal } from '../campaigns/refusal.mts';

/** What an answer of the REST API may hold. */
export type RestFields = Readonly<Record<string, unknown>>;

/**
 * Codes of REST beside the status table. Only 1005 is documented (symfony issue 44276); the others
 * are the sandbox's own.
 */
export const REST_CODES = {
	notFound: 1004,
	notJson: 1005,
	badField: 1007,
	badMethod: 1008,
} as const;

/** An answer as JSON. */
export const restAnswer = (httpStatus: number, fields: RestFields): ApiAnswer => ({
	httpStatus,
	contentType: 'application/json; charset=utf-8',
	body: JSON.stringify(fields),
	code: fields.code === undefined ? null : String(fields.code),
});

/** A refusal: an HTTP status, a code and a text. */
export const restRefusal = (httpStatus: number, code: number, description: string): ApiAnswer =>
	restAnswer(httpStatus, { code, description });

/**
 * The HTTP status of 121 is in no document. The request was accepted before, so it is no error, but
 * nothing new came of it: not 201, which says that something did.
 */
const ALREADY_TRANSMITTED = { code: 121, httpStatus: 200 } as const;

/** A refused send, with the codes of the status table. */
export const refusedSend = ({ code, text, invalidNumbers }: Refusal, alerting: 0 | 1): ApiAnswer =>
	restAnswer(code === ALREADY_TRANSMITTED.code ? ALREADY_TRANSMITTED.httpStatus : 400, {
		code,
		description: text,
		alerting,
		...(invalidNumbers.length > 0 ? { invalidNumbers: invalidNumbers.join('|') } : {}),
	});
