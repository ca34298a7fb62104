import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import type { ApiAnswer } from '../http-api/answer-call.mts';
import { delayOf, statusOf, type RequestFault } from './fault.mts';

/** A page as a proxy or a web server shows it. */
const page = (title: string): string =>
	`<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center><hr></body></html>\n`;

/** Bytes that are neither JSON nor XML nor UTF-8. */
const GARBAGE = Buffer.from([
	0xff, 0xfe, 0x00, 0x7b, 0x22, 0xc3, 0x28, 0x3c, 0x80, 0x00, 0x5d, 0x0a,
]);

/** Size of the answer that is huge on purpose. */
const HUGE_BYTES = 64 * 1024 * 1024;

const STATUS_NAMES: Readonly<Record<number, string>> = {
	429: 'Too Many Requests',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
};

/** Cuts the connection hard: the client sees a reset, not an end. */
export const reset = (response: ServerResponse): void => {
	response.socket?.resetAndDestroy();
};

function whole(response: ServerResponse, status: number, type: string, body: Buffer | string) {
	response.writeHead(status, {
		'content-type': type,
		'content-length': Buffer.byteLength(body),
	});
	response.end(body);
}

/** Announces the whole answer, sends half of it and hangs up. */
function truncated(response: ServerResponse, answer: ApiAnswer): void {
	const body = Buffer.from(answer.body);
	response.writeHead(answer.httpStatus, {
		'content-type': answer.contentType,
		'content-length': body.length,
	});
	response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.end());
}

async function slow(response: ServerResponse, answer: ApiAnswer, pauseMs: number): Promise<void> {
	const body = Buffer.from(answer.body);
	response.writeHead(answer.httpStatus, {
		'content-type': answer.contentType,
		'content-length': body.length,
	});
	for (let index = 0; index < body.length && !response.destroyed; index++) {
		response.write(body.subarray(index, index + 1));
		await sleep(pauseMs, undefined, { ref: false });
	}
	response.end();
}

/** A good answer with so much blank space in front that nobody should read it all. */
function huge(response: ServerResponse, answer: ApiAnswer): void {
	response.writeHead(answer.httpStatus, { 'content-type': answer.contentType });
	const blank = Buffer.alloc(64 * 1024, 0x20);
	let left = HUGE_BYTES;
	const more = (): void => {
		while (left > 0 && !response.destroyed) {
			left -= blank.length;
			if (!response.write(blank)) {
				response.once('drain', more);
				return;
			}
		}
		response.end(answer.body);
	};
	more();
}

function withStatus(response: ServerResponse, fault: RequestFault): void {
	const status = statusOf(fault);
	const title = `${status} ${STATUS_NAMES[status] ?? 'Error'}`;
	if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
	whole(response, status, fault.contentType ?? 'text/html', fault.body ?? page(title));
}

/** Whether a fault strikes before anything of the request is read. */
export const strikesFirst = ({ kind }: RequestFault): boolean =>
	kind === 'refuse' || kind === 'reset-before';

/**
 * Answers with a fault.
 *
 * @param answer what the client would have got
 */
export async function answerWithFault(
	response: ServerResponse,
	fault: RequestFault,
	answer: ApiAnswer,
): Promise<void> {
	switch (fault.kind) {
		case 'refuse':
		case 'reset-before':
		case 'reset-after':
			reset(response);
			return;
		case 'delay':
			await sleep(delayOf(fault), undefined, { ref: false });
			whole(response, answer.httpStatus, answer.contentType, answer.body);
			return;
		case 'status':
			withStatus(response, fault);
			return;
		case 'truncated':
			truncated(response, answer);
			return;
		case 'html':
			whole(response, 200, 'text/html', fault.body ?? page('Maintenance'));
			return;
		case 'garbage':
			whole(response, 200, fault.contentType ?? answer.contentType, fault.body ?? GARBAGE);
			return;
		case 'slow':
			await slow(response, answer, delayOf(fault));
			return;
		case 'huge':
			huge(response, answer);
	}
}
