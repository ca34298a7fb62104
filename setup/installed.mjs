import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from './error-code.mjs';

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string; optional?: boolean;
 *   devOptional?: boolean; extraneous?: boolean }> | undefined>} */
const readLocked = async (file) => {
	try {
		return JSON.parse(await readFile(file, 'utf8')).packages;
	} catch (error) {
		if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
		throw error;
	}
};

/**
 * Whether node_modules of `folder` holds what `lockFile` says. npm writes its own record,
 * node_modules/.package-lock.json, as the last step of an installation: an interrupted one has none.
 * @param {string} folder
 * @param {string} lockFile
 */
export const isInstalled = async (folder, lockFile) => {
	const [wanted, present] = await Promise.all([
		readLocked(lockFile),
		readLocked(path.join(folder, 'node_modules', '.package-lock.json')),
	]);
	if (!wanted || !present) return false;
	return Object.entries(wanted).every(([place, { version, optional, devOptional, extraneous }]) => {
		if (place === '') return true;
		const found = present[place];
		// Packages for other platforms, and those that nothing needs, are locked but not installed.
		return found ? found.version === version : Boolean(optional || devOptional || extraneous);
	});
};
