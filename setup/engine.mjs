import { canHaveNode24, node24 } from './node-24.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { pinnedInstall } from './pinned-install.mjs';
import { engineFolder } from './places.mjs';

/**
 * Installs older engines beside the newest one, which is a development dependency: that of the first
 * n8n 1.123 and that of the last; and the Node on which they run expressions in an isolate.
 */
export const ensureEngine = async () => {
	await oneAtATime('engine', async () => {
		for (const line of /** @type {const} */ (['1.122', '1.123'])) {
			await pinnedInstall({
				title: `Installing the engine of ${line === '1.122' ? 'the first' : 'the last'} n8n 1.123`,
				remark: '1 to 3 minutes, once',
				pins: `harness/line-${line}`,
				folder: engineFolder(line),
			});
		}
	});
	if (canHaveNode24()) await node24();
};
