import type { IRun } from 'n8n-workflow';

import type { Engine } from './engine.mts';
import { readRun, type EngineRun } from './engine-run.mts';
import { asStored } from './native.mts';
import type { WorkflowJson } from './workflow.mts';

/** Lets an execution that waits go on, as n8n does when its limit has passed. */
export async function passLimit(
	engine: Engine,
	json: WorkflowJson,
	waiting: IRun,
): Promise<EngineRun> {
	const executionId = 'passed-limit';
	const workflow = engine.open(json);
	const additionalData = engine.additionalData(executionId);
	additionalData.hooks = new engine.core.ExecutionLifecycleHooks('trigger', executionId, {
		...asStored({ ...json, active: true, isArchived: false }),
		createdAt: new Date(),
		updatedAt: new Date(),
		activeVersionId: null,
	});
	// n8n reads it from its database.
	const data = asStored(waiting.data);
	const execution = new engine.core.WorkflowExecute(additionalData, 'trigger', data);
	const run = await execution.processRunExecutionData(workflow);
	return readRun(executionId, run, asStored(workflow.staticData));
}
