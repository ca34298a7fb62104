import type { StoredCredential } from './credentials.mts';
import type { N8nSession } from './session.mts';

/** A node of a workflow, as n8n exports it. */
export interface WorkflowNode {
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly [number, number];
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly id?: string;
	readonly webhookId?: string;
	readonly credentials?: Readonly<Record<string, { id: string; name: string }>>;
	readonly [setting: string]: unknown;
}

/** A workflow, as n8n exports it. */
export interface Workflow {
	readonly name: string;
	readonly nodes: readonly WorkflowNode[];
	readonly connections: Readonly<Record<string, unknown>>;
	readonly settings?: Readonly<Record<string, unknown>>;
}

/** A workflow in n8n's database. */
export interface StoredWorkflow extends Workflow {
	readonly id: string;
	readonly active: boolean;
	readonly versionId: string;
}

/** Node types of the pack begin with this. */
const PACK_PREFIX = 'n8n-nodes-allmysms.';

/** The same workflow with its AllMySMS nodes using the credential, as a person would choose it. */
export const withCredential = (workflow: Workflow, credential: StoredCredential): Workflow => ({
	...workflow,
	nodes: workflow.nodes.map((node) =>
		node.type.startsWith(PACK_PREFIX)
			? {
					...node,
					credentials: { [credential.type]: { id: credential.id, name: credential.name } },
				}
			: node,
	),
});

/** All workflows, without their nodes. */
export const listWorkflows = async (session: N8nSession): Promise<StoredWorkflow[]> =>
	await session.call('GET', '/workflows');

/** The workflow as it is stored, which is what the editor's download holds. */
export const readWorkflow = async (session: N8nSession, id: string): Promise<StoredWorkflow> =>
	await session.call('GET', `/workflows/${id}`);

/** Stores a new workflow. */
export const createWorkflow = async (
	session: N8nSession,
	{ name, nodes, connections, settings }: Workflow,
): Promise<StoredWorkflow> =>
	await session.call('POST', '/workflows', {
		name,
		nodes,
		connections,
		settings: settings ?? {},
		// n8n 1.x stores no workflow without it.
		active: false,
	});

/** Stores a new workflow, or gives the one that already has its name: a reader's changes are kept. */
export const keepWorkflow = async (
	session: N8nSession,
	workflow: Workflow,
): Promise<StoredWorkflow> => {
	const known = (await listWorkflows(session)).find(({ name }) => name === workflow.name);
	return known ? await readWorkflow(session, known.id) : await createWorkflow(session, workflow);
};

/** Activates a workflow: its trigger's production address answers from now on. */
export const activate = async (session: N8nSession, id: string): Promise<void> => {
	const { active, versionId } = await readWorkflow(session, id);
	if (active) return;
	await session.call('POST', `/workflows/${id}/activate`, { versionId });
};

/** Deactivates a workflow. */
export const deactivate = async (session: N8nSession, id: string): Promise<void> => {
	await session.call('POST', `/workflows/${id}/deactivate`, {});
};

/** Starts a workflow as the editor's button does; gives the id of the execution. */
export const runManually = async (
	session: N8nSession,
	id: string,
	triggerName: string,
): Promise<string> => {
	const workflowData = await readWorkflow(session, id);
	const answer = await session.call<{ executionId?: string }>('POST', `/workflows/${id}/run`, {
		workflowData,
		triggerToStartFrom: { name: triggerName },
	});
	if (!answer.executionId) throw new Error(`n8n did not start "${workflowData.name}"`);
	return answer.executionId;
};
