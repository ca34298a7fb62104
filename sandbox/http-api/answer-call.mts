import type { Parameters } from '../payload/form.mts';
import { formatOf, type PayloadFormat } from '../payload/payload.mts';
import type { Sandbox } from '../sandbox.mts';
import { failed, reader, type AnswerFields } from './call.mts';
import { endpointNamed } from './endpoints.mts';
import { statusOf } from './send-sms.mts';
import { writeAnswer } from './write-answer.mts';

/** Parameters that hold a payload, whose language an answer follows. */
const PAYLOADS = [
	'smsData',
	'accountData',
	'listData',
	'populateData',
	'deleteData',
	'mmsData',
	'emailData',
];

/** An answer of the API on its way out. */
export interface ApiAnswer {
	readonly httpStatus: number;
	readonly contentType: string;
	readonly body: string;
	/** The code inside, for the request log. */
	readonly code: string | null;
}

function formatFor(parameters: Parameters, sandbox: Sandbox): PayloadFormat {
	const get = reader(parameters);
	const asked = get('returnformat').trim().toLowerCase();
	if (asked === 'json' || asked === 'xml') return asked;
	const { defaultFormat } = sandbox.habits;
	if (defaultFormat !== 'payload') return defaultFormat;
	return formatOf(PAYLOADS.map(get).find((payload) => payload !== '') ?? '');
}

function fieldsFor(name: string, parameters: Parameters, sandbox: Sandbox): AnswerFields {
	const get = reader(parameters);
	const account = sandbox.accounts.authenticate(get('login').trim(), get('apiKey').trim());
	if (!account) return statusOf(102);
	const found = endpointNamed(name);
	if (!found) return failed(`The endpoint "${name}" does not exist`);
	const subAccount = get('subAccount').trim();
	const acting = sandbox.actingFor(account, subAccount);
	if (!acting) return failed(`Le sous-compte ${subAccount} n’existe pas`);
	return found.endpoint({ sandbox, account, acting, get });
}

/** An answer of v9.0 to what never reached an endpoint. */
export function plainAnswer(fields: AnswerFields, httpStatus: number, sandbox: Sandbox): ApiAnswer {
	return {
		httpStatus,
		contentType: `${sandbox.habits.jsonType}; charset=UTF-8`,
		body: writeAnswer(fields, 'json', sandbox.habits),
		code: String(fields.status ?? ''),
	};
}

/**
 * Answers a call of v9.0. Refusals come with HTTP 200, as the provider's do.
 *
 * @param name the endpoint in any case; empty for the root
 */
export function answerV9(name: string, parameters: Parameters, sandbox: Sandbox): ApiAnswer {
	const format = formatFor(parameters, sandbox);
	const fields = fieldsFor(name, parameters, sandbox);
	const type = format === 'xml' ? 'text/xml' : sandbox.habits.jsonType;
	return {
		httpStatus: endpointNamed(name) ? 200 : 404,
		contentType: `${type}; charset=UTF-8`,
		body: writeAnswer(fields, format, sandbox.habits),
		code: fields.status === undefined ? null : String(fields.status),
	};
}
