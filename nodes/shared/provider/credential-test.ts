import type {
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { isFields } from '../values';
import { readAnswer } from '../vocabulary/answers';
import { CODES } from '../vocabulary/codes';
import { connectionFault } from './provider-answer';
import { readBaseUrl } from './provider-call';

const TIMEOUT_MS = 15_000;

const wrong = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

/** An expression of a credential may give a login of digits as a number. */
const trimmed = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** The provider answers a wrong login with HTTP 200 and status 102. */
function verdict(httpStatus: number, body: string, address: string): INodeCredentialTestResult {
	const answer = readAnswer(body);
	const data = isFields(answer) ? answer : {};
	const status = Number(data.status);
	if (status === CODES.notLoggedIn || httpStatus === 401 || httpStatus === 403) {
		return wrong(
			'AllMySMS does not know this login with this API key. Compare both with the client area, menu "API Key and Settings": the API key is not the password.',
		);
	}
	if (httpStatus >= 300 || answer === null) {
		return wrong(
			`${address} was reached, but it does not answer as AllMySMS does (HTTP ${httpStatus}). Check the Base URL.`,
		);
	}
	if (status >= CODES.sent && status < 200) {
		return wrong(`AllMySMS refused the test (${status}): ${trimmed(data.statusText)}`);
	}
	if (!['credits', 'balance', 'email'].some((key) => key in data)) {
		return wrong(`${address} was reached, but it is not AllMySMS. Check the Base URL.`);
	}
	return { status: 'OK', message: 'Connection successful' };
}

/**
 * The credential test: asks for the account and says whether the login, the key, the address or
 * the network is at fault. n8n gives a test function no other HTTP helper than `request`.
 */
export async function allMySmsApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted<ICredentialDataDecryptedObject>,
): Promise<INodeCredentialTestResult> {
	const { login, apiKey, baseUrl } = credential.data ?? {};
	if (trimmed(login) === '') return wrong('The login is empty.');
	if (trimmed(apiKey) === '') return wrong('The API key is empty.');
	const address = readBaseUrl(baseUrl);
	if (address === null) {
		return wrong('The Base URL is not a web address. The usual one is https://api.allmysms.com.');
	}
	const { helpers } = this;
	try {
		const response = (await helpers.request({
			method: 'POST',
			uri: `${address}/http/9.0/getInfo/`,
			form: { login: trimmed(login), apiKey: trimmed(apiKey), returnformat: 'json' },
			timeout: TIMEOUT_MS,
			followRedirect: false,
			followAllRedirects: false,
			simple: false,
			resolveWithFullResponse: true,
		})) as { statusCode: number; body: unknown };
		const body = typeof response.body === 'string' ? response.body : JSON.stringify(response.body);
		return verdict(response.statusCode, body, address);
	} catch (error) {
		const { reason } = connectionFault(error);
		return wrong(
			`AllMySMS was not reached at ${address}: ${reason}. Check the network and the Base URL.`,
		);
	}
}
