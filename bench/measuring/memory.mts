import { readFileSync, writeFileSync } from 'node:fs';

const KB_PER_MB = 1024;

function statusOf(process: number | 'self', name: string): number {
	const line = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm');
	const kb = line.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1];
	return Number(kb) / KB_PER_MB;
}

/**
 * Watches the resident memory of a process from now on. Only Linux tells it; elsewhere the figures
 * are not numbers, and the table leaves them out.
 */
export function watchMemory(process: number | 'self'): {
	/** What it has now, in MB. */
	readonly beforeMb: number;
	/** The most that it has had since, in MB. */
	readonly peakMb: () => number;
} {
	try {
		// 5 makes the highest point begin anew.
		writeFileSync(`/proc/${process}/clear_refs`, '5');
		return { beforeMb: statusOf(process, 'VmRSS'), peakMb: () => statusOf(process, 'VmHWM') };
	} catch {
		// No Linux, or one that does not let it be reset.
		return { beforeMb: Number.NaN, peakMb: () => Number.NaN };
	}
}
