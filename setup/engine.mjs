import { oneAtATime } from './one-at-a-time.mjs';
import { pinnedInstall } from './pinned-install.mjs';
import { engineFolder } from './places.mjs';

/** Installs the engine of n8n 1.123 beside the newest one, which is a development dependency. */
export const ensureEngine = async () =>
	await oneAtATime('engine', async () => {
		await pinnedInstall({
			title: 'Installing the engine of n8n 1.123',
			remark: '1 to 3 minutes, once',
			pins: 'harness/line-1.122',
			folder: engineFolder,
		});
	});
