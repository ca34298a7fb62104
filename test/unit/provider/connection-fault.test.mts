import { describe, expect, test } from '@jest/globals';

import { connectionFault } from '../../../nodes/shared/provider/provider-answer.ts';

const coded = (code: string, extra: Record<string, unknown> = {}) =>
	Object.assign(new Error(`something with ${code}`), { code, ...extra });

describe('a connection that was never made is not reached and may heal', () => {
	test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'])('%s', (code) => {
		expect(connectionFault(coded(code))).toMatchObject({ kind: 'unreached', mayHeal: true });
	});

	const ROUTE = ['ENETUNREACH', 'EHOSTUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL', 'ETIMEDOUT'];

	test.each(ROUTE)('%s while connecting', (code) => {
		const fault = connectionFault(coded(code, { syscall: 'connect' }));
		expect(fault).toMatchObject({ kind: 'unreached', mayHeal: true });
	});

	test.each(ROUTE.flatMap((code) => [[code, 'read'] as const, [code, 'write'] as const]))(
		'but %s on %s comes after the connection was made',
		(code, syscall) => {
			expect(connectionFault(coded(code, { syscall })).kind).toBe('uncertain');
		},
	);

	test('TLS that was cut while it was set up', () => {
		const error = new Error(
			'Client network socket disconnected before secure TLS connection was established',
		);
		expect(connectionFault(Object.assign(error, { code: 'ECONNRESET' }))).toMatchObject({
			kind: 'unreached',
		});
	});

	test.each([
		['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:9'],
		['ENOTFOUND', 'getaddrinfo ENOTFOUND nosuchhost.invalid'],
		['ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:443'],
		[
			'ECONNRESET',
			'Client network socket disconnected before secure TLS connection was established',
		],
	])('the error of n8n 1.x, which keeps the code %s and the words, but no cause', (code, words) => {
		const error = { name: 'NodeApiError', message: 'In words for users', httpCode: code };
		expect(connectionFault({ ...error, messages: [words, words] })).toMatchObject({
			kind: 'unreached',
			mayHeal: true,
		});
	});

	test('a reset or a time limit after the connection was made stays uncertain there too', () => {
		const error = { name: 'NodeApiError', message: 'In words for users' };
		expect(
			connectionFault({ ...error, httpCode: 'ECONNRESET', messages: ['socket hang up'] }),
		).toMatchObject({ kind: 'uncertain' });
		expect(
			connectionFault({ ...error, httpCode: 'ETIMEDOUT', messages: ['read ETIMEDOUT'] }),
		).toMatchObject({ kind: 'uncertain' });
	});

	test('the code is found behind the wrappers of n8n and axios, and in an aggregate', () => {
		const inner = coded('ECONNREFUSED');
		const aggregate = Object.assign(new Error('all failed'), { errors: [inner] });
		const wrapped = Object.assign(new Error('wrapped'), {
			cause: Object.assign(new Error('axios'), { cause: aggregate }),
		});
		expect(connectionFault(wrapped)).toMatchObject({ kind: 'unreached' });
	});
});

describe('a wrong setting is not reached and does not heal', () => {
	test.each([
		'CERT_HAS_EXPIRED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'ERR_INVALID_URL',
		'ERR_SSL_WRONG_VERSION_NUMBER',
		'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
		'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
	])('%s', (code) => {
		expect(connectionFault(coded(code))).toMatchObject({ kind: 'unreached', mayHeal: false });
	});

	test('EPROTO with the words of a server that speaks no TLS', () => {
		const error = Object.assign(
			new Error('write EPROTO 8:error:SSL routines:wrong version number'),
			{
				code: 'EPROTO',
			},
		);
		expect(connectionFault(error)).toMatchObject({ kind: 'unreached', mayHeal: false });
	});
});

describe('everything else is uncertain', () => {
	test.each([
		'ECONNRESET',
		'EPIPE',
		'ECONNABORTED',
		'ETIMEDOUT',
		'ERR_BAD_RESPONSE',
		'EPROTO',
		'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC',
		'ERR_SSL_UNEXPECTED_EOF_WHILE_READING',
		'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
		'SOMETHING_NEW',
		'',
	])('%s', (code) => {
		expect(connectionFault(coded(code)).kind).toBe('uncertain');
	});

	test.each([undefined, null, 'text', 42, {}, new Error('socket hang up')])('%p', (error) => {
		expect(connectionFault(error).kind).toBe('uncertain');
	});

	test('a circle of causes ends', () => {
		const error: Error & { cause?: unknown } = new Error('round');
		error.cause = error;
		expect(connectionFault(error).kind).toBe('uncertain');
	});
});

describe('why is told in words', () => {
	test.each([
		['timeout of 5000ms exceeded', 'ECONNABORTED', 'AllMySMS did not answer in time'],
		['read ETIMEDOUT', 'ETIMEDOUT', 'AllMySMS did not answer in time'],
		['canceled', 'ERR_CANCELED', 'the execution was canceled while AllMySMS was working'],
		['This operation was aborted', '', 'the execution was canceled while AllMySMS was working'],
		['aborted by a timeout', '', 'AllMySMS did not answer in time'],
		['socket hang up', 'ECONNRESET', 'the connection was cut before AllMySMS answered'],
	])('%s (%s)', (message, code, reason) => {
		expect(connectionFault(Object.assign(new Error(message), { code }))).toEqual({
			kind: 'uncertain',
			reason,
		});
	});

	test.each([
		'The request was blocked by the SSRF protection',
		'Domain not allowed: this credential cannot be used with it',
		'Access to 127.0.0.1 is blocked',
	])('%s: nothing left this n8n', (message) => {
		expect(connectionFault(new Error(message))).toMatchObject({
			kind: 'unreached',
			reason: 'this n8n does not allow requests to the address',
			mayHeal: false,
		});
	});

	test.each(['ECONNRESET', 'EPIPE', 'timeout'])(
		'words like these beside %s are no proof that nothing left',
		(sign) => {
			const error = Object.assign(new Error('the thread was blocked'), { code: sign });
			expect(connectionFault(error).kind).toBe('uncertain');
		},
	);
});
