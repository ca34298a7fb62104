import { createServer, type Server, type Socket } from 'node:net';

/** One request, as far as a provider needs it. */
export interface PlainRequest {
	readonly method: string;
	readonly path: string;
	readonly body: string;
}

/** What goes back. */
export interface PlainAnswer {
	readonly status: '200 OK' | '201 Created' | '404 Not Found';
	readonly contentType: string;
	readonly body: string;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');
const LENGTH = /^content-length:\s*(\d+)\s*$/im;

/** Cuts what one connection brings into requests; every client here tells the length of its body. */
class Incoming {
	private held = Buffer.alloc(0);
	private chunks: Buffer[] = [];
	private size = 0;
	/** Bytes without which there is no use in looking again. */
	private needed = 0;

	*take(chunk: Buffer): Generator<PlainRequest> {
		this.chunks.push(chunk);
		this.size += chunk.length;
		if (this.size < this.needed) return;
		this.held = Buffer.concat([this.held, ...this.chunks]);
		this.chunks = [];
		for (let request = this.next(); request; request = this.next()) yield request;
		this.size = this.held.length;
	}

	private next(): PlainRequest | null {
		const end = this.held.indexOf(END_OF_HEAD);
		if (end < 0) return null;
		const head = this.held.toString('latin1', 0, end);
		const begin = end + END_OF_HEAD.length;
		const length = Number(LENGTH.exec(head)?.[1] ?? 0);
		this.needed = begin + length;
		if (this.held.length < this.needed) return null;
		const [method = '', path = ''] = head.slice(0, head.indexOf('\r\n')).split(' ');
		const body = this.held.toString('utf8', begin, this.needed);
		this.held = this.held.subarray(this.needed);
		this.needed = 0;
		return { method, path, body };
	}
}

const bytesOf = ({ status, contentType, body }: PlainAnswer): string =>
	`HTTP/1.1 ${status}\r\nContent-Type: ${contentType}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: keep-alive\r\n\r\n${body}`;

function serve(
	socket: Socket,
	answer: (request: PlainRequest) => Promise<PlainAnswer> | PlainAnswer,
): void {
	const incoming = new Incoming();
	socket.setNoDelay(true);
	// A client that is done may cut its connection.
	socket.on('error', () => socket.destroy());
	socket.on('data', (chunk) => {
		for (const request of incoming.take(chunk)) {
			void Promise.resolve(answer(request)).then((given) => {
				if (socket.writable) socket.write(bytesOf(given));
			});
		}
	});
}

/**
 * Serves HTTP on plain sockets, with as little as a client needs: what is measured is the client.
 * Connections are kept open for as long as the client wants.
 *
 * @returns the port on 127.0.0.1
 */
export async function listenPlainly(
	answer: (request: PlainRequest) => Promise<PlainAnswer> | PlainAnswer,
): Promise<{ readonly server: Server; readonly port: number }> {
	const server = createServer((socket) => serve(socket, answer));
	// HTTP Request opens as many connections as there are items, all at once.
	const backlog = 16_384;
	await new Promise<void>((resolve) =>
		server.listen({ port: 0, host: '127.0.0.1', backlog }, resolve),
	);
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The provider has no port');
	return { server, port: address.port };
}
