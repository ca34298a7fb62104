import type { Account } from '../accounts/account.mts';
import type { ApiAnswer } from '../http-api/answer-call.mts';
import type { Sandbox } from '../sandbox.mts';
import { readAccount, readReport } from './account.mts';
import { REST_CODES, restAnswer, restRefusal } from './answer.mts';
import { readBody, type RestCall, type RestRequest } from './call.mts';
import { sendBulk, sendOne } from './send-sms.mts';
import { sendVoiceBulk } from './send-voice.mts';

type Handler = (call: RestCall) => ApiAnswer;

const SENDS: ReadonlyMap<string, Handler> = new Map([
	['/sms/send', sendOne],
	['/sms/send/bulk', sendBulk],
	['/voice/send/bulk', sendVoiceBulk],
]);

const REPORT = /^\/report\/campaign\/([^/]+)$/;

function accountOf(authorization: string, sandbox: Sandbox): Account | undefined {
	const [, encoded = ''] = /^Basic\s+(\S+)$/i.exec(authorization) ?? [];
	const [login = '', ...key] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
	return sandbox.accounts.authenticate(login, key.join(':'));
}

function readFor(path: string): Handler | null {
	if (path === '/account') return readAccount;
	const campaignId = REPORT.exec(path)?.[1];
	return campaignId === undefined ? null : (call) => readReport(call, campaignId);
}

const badMethod = (wanted: string): ApiAnswer =>
	restRefusal(405, REST_CODES.badMethod, `Only ${wanted} is allowed here`);

/** `GET /ping`, without a signature: one program asks it, its answer is in no document. */
const pong = (method: string): ApiAnswer =>
	method === 'GET' ? restAnswer(200, { code: 100, description: 'OK' }) : badMethod('GET');

/** Answers a request of the REST API: 401 for a stranger, 1005 for a body that is no JSON object. */
export function answerRest(request: RestRequest, sandbox: Sandbox): ApiAnswer {
	if (request.path === '/ping') return pong(request.method);
	const account = accountOf(request.authorization, sandbox);
	if (!account) return restRefusal(401, 102, 'Authentication failed: check login and API key');

	const send = SENDS.get(request.path);
	if (send) {
		if (request.method !== 'POST') return badMethod('POST');
		const body = readBody(request.body);
		if (!body) return restRefusal(400, REST_CODES.notJson, 'The request body is not valid JSON');
		return send({ sandbox, account, body });
	}
	const read = readFor(request.path);
	if (!read) return restRefusal(404, REST_CODES.notFound, `There is no ${request.path}`);
	return request.method === 'GET' ? read({ sandbox, account, body: {} }) : badMethod('GET');
}
