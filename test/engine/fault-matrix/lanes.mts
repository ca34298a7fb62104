import { openSandbox, type ControlledSandbox } from '../../../harness/controlled-sandbox.mts';
import { openEngine, type Engine } from '../../../harness/engine.mts';
import type { Line } from '../../../harness/lines.mts';

/** An engine with a sandbox of its own. */
export interface Lane {
	readonly engine: Engine;
	readonly sandbox: ControlledSandbox;
}

/** Several of them, because most of the time of a fault is spent waiting. */
export async function openLanes(line: Line, count: number): Promise<Lane[]> {
	return await Promise.all(
		Array.from({ length: count }, async () => {
			const sandbox = await openSandbox();
			return { sandbox, engine: await openEngine(line, sandbox.credential) };
		}),
	);
}

/** Works through the tasks, each lane on one at a time. */
export async function inLanes<T>(
	lanes: readonly Lane[],
	tasks: readonly T[],
	work: (lane: Lane, task: T) => Promise<void>,
): Promise<void> {
	let next = 0;
	await Promise.all(
		lanes.map(async (lane) => {
			for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
				await work(lane, task);
			}
		}),
	);
}
