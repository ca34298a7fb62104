import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { fetch } from 'undici';

/** Requests and recipients since the last time that somebody asked. */
export interface Seen {
	readonly requests: number;
	readonly recipients: number;
}

/** A provider that costs next to nothing: what is measured is the node in front of it. */
export interface BenchProvider {
	readonly origin: string;
	close(): Promise<void>;
}

const COUNTS = '/counts';

/** Asks a provider, which may run in another process, what it has seen; it counts anew then. */
export async function takeCounts(origin: string): Promise<Seen> {
	const response = await fetch(`${origin}${COUNTS}`);
	return (await response.json()) as Seen;
}

async function textOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

interface Payload {
	readonly DATA: { readonly SMS: ReadonlyArray<{ readonly MOBILEPHONE: string }> };
}

/** Accepts every SMS of every v9.0 send at once, as AllMySMS answers it. */
export async function startBenchProvider(): Promise<BenchProvider> {
	let requests = 0;
	let recipients = 0;
	const server = createServer((request, response) => {
		void textOf(request).then((body) => {
			if (request.url === COUNTS) {
				response.end(JSON.stringify({ requests, recipients } satisfies Seen));
				requests = 0;
				recipients = 0;
				return;
			}
			const smsData = new URLSearchParams(body).get('smsData') ?? '{"DATA":{"SMS":[]}}';
			const numbers = (JSON.parse(smsData) as Payload).DATA.SMS.map((sms) => sms.MOBILEPHONE);
			requests += 1;
			recipients += numbers.length;
			const answer = {
				status: 100,
				statusText: 'OK',
				invalidNumbers: '',
				campaignId: `bench_${requests}`,
				credits: '150000',
				creditsUsed: String(15 * numbers.length),
				nbContacts: String(numbers.length),
				nbSms: String(numbers.length),
				smsIds: numbers.map((phoneNumber, index) => ({
					phoneNumber,
					smsId: `${requests}-${index}`,
				})),
			};
			response.setHeader('Content-Type', 'text/html; charset=utf-8');
			response.end(JSON.stringify(answer));
		});
	});
	// A contestant is busy for longer than Node.js would keep its idle connection open.
	server.keepAliveTimeout = 600_000;
	// The HTTP Request node opens as many connections as there are items, all at once.
	const backlog = 16_384;
	await new Promise<void>((resolve) =>
		server.listen({ port: 0, host: '127.0.0.1', backlog }, resolve),
	);
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
