import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { SetupStop } from './setup-stop.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const elsewhere = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** @param {string} file */
const canRun = (file) => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		// Missing or not executable: the next place is looked at.
		return false;
	}
};

/**
 * The browser program for tests: the one that CHROMIUM_PATH names, or the first found.
 * @throws {SetupStop} when there is none
 */
export const findBrowser = () => {
	const named = process.env.CHROMIUM_PATH;
	const onPath = (process.env.PATH ?? '')
		.split(path.delimiter)
		.flatMap((folder) => names.map((name) => path.join(folder, name)));
	const found = (named ? [named] : [...onPath, ...elsewhere]).find(canRun);
	if (found) return found;
	throw new SetupStop(
		named
			? `CHROMIUM_PATH is ${named}, which is not a program that can be started.\nCorrect it, or unset it to have Chromium looked for.`
			: 'No Chromium was found, and these tests need one.\nOn Debian and Ubuntu: apt-get install chromium. On macOS: brew install --cask chromium.\nElsewhere: set CHROMIUM_PATH to the program of a Chromium or Chrome.',
	);
};

/** Checks that a browser is there; browsers come from the system, not from this repository. */
export const ensureBrowser = async () => {
	findBrowser();
};
