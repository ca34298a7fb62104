import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';

import { openSandbox, type ControlledSandbox } from './controlled-sandbox.mts';
import { openEngine, type Engine } from './engine.mts';
import { lines, type Line } from './lines.mts';

/** What a test has: the engine of one line, and a sandbox that nothing has happened to yet. */
export interface World {
	readonly line: Line;
	readonly engine: Engine;
	readonly sandbox: ControlledSandbox;
}

/** Runs the tests on both engine lines, against one sandbox that forgets all between two tests. */
export function describeOnEachLine(title: string, define: (world: () => World) => void): void {
	describe(title, () => {
		let sandbox: ControlledSandbox | undefined;
		beforeAll(async () => {
			sandbox = await openSandbox();
		});
		afterAll(async () => await sandbox?.close());

		describe.each(lines)('n8n-core $version', (line) => {
			let engine: Engine | undefined;
			beforeAll(async () => {
				engine = await openEngine(line, {});
			});
			beforeEach(async () => {
				if (!engine || !sandbox) throw new Error('The engine or the sandbox did not start');
				await sandbox.reset();
				engine.credential = sandbox.credential;
				engine.deduplication.clear();
				engine.log.take();
			});
			define(() => {
				if (!engine || !sandbox) throw new Error('Only tests have a world, not their definitions');
				return { line, engine, sandbox };
			});
		});
	});
}
