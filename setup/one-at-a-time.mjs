import { rmSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from './error-code.mjs';
import { cache } from './places.mjs';

const LOOK_AGAIN_MS = 500;

/**
 * Whether a process runs, also one of another user.
 * @param {number} pid
 */
export const isAlive = (pid) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return errorCode(error) === 'EPERM';
	}
};

/** @param {unknown} error */
const ignoreMissing = (error) => {
	if (errorCode(error) !== 'ENOENT') throw error;
};

/**
 * The process that holds the lock, or undefined when the file is gone or not yet written.
 * @param {string} file
 */
const readHolder = async (file) => {
	const text = await readFile(file, 'utf8').catch(ignoreMissing);
	return text ? Number(text) : undefined;
};

/** @param {string} file */
const tryTake = async (file) => {
	try {
		const handle = await open(file, 'wx');
		await handle.writeFile(String(process.pid));
		await handle.close();
		return true;
	} catch (error) {
		if (errorCode(error) === 'EEXIST') return false;
		throw error;
	}
};

/**
 * Moves the lock of a dead process aside first, so that of two waiting processes only one removes it.
 * @param {string} file
 */
const dropStale = async (file) => {
	const aside = `${file}.${process.pid}`;
	await rename(file, aside).catch(ignoreMissing);
	await rm(aside, { force: true });
};

/**
 * @param {string} file
 * @param {string} name
 */
const take = async (file, name) => {
	let told = false;
	while (!(await tryTake(file))) {
		const holder = await readHolder(file);
		if (holder !== undefined && !isAlive(holder)) {
			await dropStale(file);
			continue;
		}
		if (!told) console.log(`  Waiting for process ${holder ?? ''}, which sets up ${name}`);
		told = true;
		await pause(LOOK_AGAIN_MS);
	}
};

/**
 * Runs `work` while no other process on this machine runs work of the same name in this clone.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 */
export const oneAtATime = async (name, work) => {
	const folder = path.join(cache, 'locks');
	await mkdir(folder, { recursive: true });
	const file = path.join(folder, name);
	await take(file, name);
	const release = () => rmSync(file, { force: true });
	// Also where the process is told to exit in the middle.
	process.once('exit', release);
	try {
		return await work();
	} finally {
		process.off('exit', release);
		release();
	}
};
