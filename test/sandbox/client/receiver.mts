import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that a webhook got. */
export interface ReceivedCall {
	readonly method: string;
	readonly url: string;
	readonly type: string;
	readonly body: string;
	readonly at: number;
}

/** A webhook that notes its calls and answers as told. */
export async function openReceiver() {
	const calls: ReceivedCall[] = [];
	let answers: number[] = [];
	let open = 0;
	let mostOpen = 0;
	const server = createServer((request, response) => {
		open++;
		mostOpen = Math.max(mostOpen, open);
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			open--;
			calls.push({
				method: request.method ?? '',
				url: request.url ?? '',
				type: request.headers['content-type'] ?? '',
				body: Buffer.concat(chunks).toString('utf8'),
				at: performance.now(),
			});
			response.statusCode = answers.shift() ?? 200;
			response.end('OK');
		});
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/hook`,
		calls,
		/** HTTP statuses of the next answers, in order; then 200. */
		answerWith: (...statuses: number[]) => {
			answers = statuses;
		},
		mostAtOnce: () => mostOpen,
		clear: () => {
			calls.length = 0;
			answers = [];
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((closed) => server.close(closed));
		},
	};
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;
