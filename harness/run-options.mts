import type { IDataObject, WorkflowExecuteMode } from 'n8n-workflow';

import type { EngineRun } from './engine-run.mts';

/** How a workflow is started. */
export interface RunOptions {
	/** What the first node gives; one empty item when left out. */
	readonly items?: readonly IDataObject[];
	/** `trigger` is a production execution, the default; `manual` one from the editor. */
	readonly mode?: WorkflowExecuteMode;
	/** Set it to run an execution a second time, as n8n does after a crash. */
	readonly executionId?: string;
	/** The node to start from; the first one when left out. */
	readonly from?: string;
	/** Told by n8n when it begins with a node and when it is done with it. */
	readonly watch?: NodeWatch;
}

/** Whoever wants to know which node runs when. */
export interface NodeWatch {
	readonly before: (node: string) => void;
	readonly after: (node: string) => void;
}

/** A started execution. */
export interface Started {
	readonly finished: Promise<EngineRun>;
	/** What the Stop button does. */
	readonly cancel: () => void;
}
