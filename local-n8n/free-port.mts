import { createServer } from 'node:net';

const bind = async (port: number): Promise<number | null> =>
	await new Promise((resolve, reject) => {
		const server = createServer();
		server.on('error', (error) =>
			'code' in error && error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
		);
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const bound = typeof address === 'object' && address ? address.port : port;
			server.close(() => resolve(bound));
		});
	});

/** `wanted` when nothing listens there, and else any free port of this machine. */
export const freePort = async (wanted = 0): Promise<number> => {
	const port = (await bind(wanted)) ?? (await bind(0));
	if (port === null) throw new Error('This machine has no free port');
	return port;
};
