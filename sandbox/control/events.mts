import type { FastifyReply } from 'fastify';

import type { ChangeSignal } from '../change-signal.mts';

/** Keeps proxies from closing a stream that is silent. */
const HEARTBEAT_MS = 15_000;

/** `GET /_sandbox/events`: an event `changed` after every change, a few times a second at most. */
export function streamChanges(reply: FastifyReply, changes: ChangeSignal): void {
	reply.hijack();
	const stream = reply.raw;
	stream.writeHead(200, {
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-store',
		connection: 'keep-alive',
	});
	stream.write('retry: 1000\n\n');
	const endListening = changes.listen(() => stream.write('event: changed\ndata: {}\n\n'));
	const heartbeat = setInterval(() => stream.write(': still here\n\n'), HEARTBEAT_MS);
	stream.on('close', () => {
		endListening();
		clearInterval(heartbeat);
	});
}
