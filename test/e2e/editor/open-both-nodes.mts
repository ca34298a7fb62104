import { createWorkflow, withCredential } from '../../../local-n8n/client/workflows.mts';
import type { Scene } from '../scene.mts';
import { bothNodes } from './workflows.mts';

/** Stores a workflow with both nodes and opens it in the editor. */
export async function openBothNodes(
	{ stage, editor }: Scene,
	name: string,
	action: Record<string, unknown>,
	trigger: Record<string, unknown> = {},
): Promise<void> {
	const workflow = withCredential(bothNodes(name, action, trigger), stage.credential);
	const { id } = await createWorkflow(stage.session, workflow);
	await editor.openWorkflow(id);
}
