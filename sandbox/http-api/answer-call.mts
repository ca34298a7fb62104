import type { Parameters } from '../payload/form.mts';
import { formatOf, type PayloadFormat } from '../payload/payload.mts';
import type { Sandbox } from '../sandbox.mts';
import { failed, reader, type AnswerFields, type Endpoint } from './call.mts';
import { endpointNamed, unknownEndpoint } from './endpoints.mts';
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

/**
 * The one version that exists, and the words that stand in its place in samples of the provider's
 * page: they are run as they are printed.
 */
const VERSIONS = ['9.0', '[version]'];

/** What keeps a call from an endpoint: a version or a name that does not exist. */
function wrongAddress({ version, endpoint }: V9Address): string | null {
	if (!VERSIONS.includes(version)) {
		return `The version "${version}" does not exist: call /http/9.0/`;
	}
	return endpointNamed(endpoint) ? null : unknownEndpoint(endpoint);
}

/** Older pages of the provider call the login `clientcode`, with the key of today. */
const loginOf = (get: ReturnType<typeof reader>): string =>
	get('login').trim() || get('clientcode').trim();

function fieldsFor(endpoint: Endpoint, parameters: Parameters, sandbox: Sandbox): AnswerFields {
	const get = reader(parameters);
	const account = sandbox.accounts.authenticate(loginOf(get), get('apiKey').trim());
	if (!account) return statusOf(102);
	const subAccount = get('subAccount').trim();
	const acting = sandbox.actingFor(account, subAccount);
	if (!acting) return failed(`Le sous-compte ${subAccount} n’existe pas`);
	return endpoint({ sandbox, account, acting, get });
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

/** Where a call of v9.0 went: what stands after `/http/`. */
export interface V9Address {
	readonly version: string;
	readonly endpoint: string;
}

/** Answers a call of v9.0. Refusals come with HTTP 200, as the provider's do, but for addresses. */
export function answerV9(address: V9Address, parameters: Parameters, sandbox: Sandbox): ApiAnswer {
	const format = formatFor(parameters, sandbox);
	const endpoint = endpointNamed(address.endpoint);
	const problem = wrongAddress(address);
	const isFound = problem === null && endpoint !== undefined;
	const fields = isFound ? fieldsFor(endpoint, parameters, sandbox) : failed(problem ?? '');
	const type = format === 'xml' ? 'text/xml' : sandbox.habits.jsonType;
	return {
		httpStatus: isFound ? 200 : 404,
		contentType: `${type}; charset=UTF-8`,
		body: writeAnswer(fields, format, sandbox.habits),
		code: fields.status === undefined ? null : String(fields.status),
	};
}
