import { createConnection } from 'node:net';

/** Sends bytes as they are and reads the whole answer: for what no HTTP client would write. */
export const rawRequest = async (origin: string, bytes: string | Buffer): Promise<string> =>
	await new Promise((resolve, reject) => {
		const { hostname, port } = new URL(origin);
		const socket = createConnection({ host: hostname, port: Number(port) });
		let answer = '';
		socket.setEncoding('utf8');
		socket.on('data', (chunk: string) => (answer += chunk));
		socket.on('end', () => resolve(answer));
		socket.on('error', reject);
		socket.write(bytes);
	});
