import { spawnSync } from 'node:child_process';
import { SetupStop } from './setup-stop.mjs';

/** Checks that a Redis server program is there; the tests start it on a port of their own. */
export const ensureRedis = async () => {
	const { error, status } = spawnSync('redis-server', ['--version'], { stdio: 'ignore' });
	if (!error && status === 0) return;
	throw new SetupStop(
		'No redis-server was found, and n8n in queue mode needs one.\nOn Debian and Ubuntu: apt-get install redis-server. On macOS: brew install redis.',
	);
};
