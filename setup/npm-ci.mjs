import { runStep } from './run-step.mjs';

const remedy =
	'Check that the npm registry can be reached (npm ping) and that the disk has room, then run the same command again.';

/**
 * `npm ci` without install scripts. npm keeps what it has downloaded, so that a second try after an
 * interruption is faster.
 * @param {{ title: string; remark?: string; cwd: string; env?: NodeJS.ProcessEnv }} install
 */
export const npmCi = async (install) =>
	await runStep({
		...install,
		command: 'npm',
		args: ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'],
		remedy,
	});
