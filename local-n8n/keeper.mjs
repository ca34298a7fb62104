/**
 * `node keeper.mjs '{ "command": …, "args": […], "uid": … }'`: runs a program as long as someone holds
 * this process's standard input open. When its owner stops, crashes or is killed, the input ends, and the program is
 * ended together with everything that it started.
 *
 * Writes JSON lines: `{ "pid": … }` at the start, `{ "code": …, "signal": … }` at the end. Descriptor 3
 * is the log file of the program.
 */
import { spawn } from 'node:child_process';
import { errorCode } from '../setup/error-code.mjs';

const GRACE_MS = 10_000;

const { command, args, uid } = JSON.parse(process.argv[2] ?? '');
/** @param {{ pid?: number; code?: number | null; signal?: string | null; reason?: string }} news */
const tell = (news) => process.stdout.write(`${JSON.stringify(news)}\n`);

// A group of its own, so that the program's children are reached too, and Ctrl-C reaches none of them.
const program = spawn(command, args, { uid, detached: true, stdio: ['ignore', 3, 3] });

/** @param {NodeJS.Signals} signal */
const endGroup = (signal) => {
	if (program.pid === undefined) return;
	try {
		process.kill(-program.pid, signal);
	} catch (error) {
		if (errorCode(error) !== 'ESRCH') throw error;
	}
};

const end = () => {
	endGroup('SIGTERM');
	setTimeout(() => endGroup('SIGKILL'), GRACE_MS).unref();
};

program.on('spawn', () => tell({ pid: program.pid }));
program.on('error', (error) => {
	tell({ code: 127, signal: null, reason: error.message });
	process.exit(1);
});
program.on('exit', (code, signal) => {
	// Children that outlived the program would hold its ports.
	endGroup('SIGKILL');
	tell({ code, signal });
	process.exit(0);
});

process.stdin.on('end', end).on('close', end).resume();
// The owner may be gone already: then there is nobody to tell.
process.stdout.on('error', end);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
