import type { N8nSession } from './session.mts';

/** Starts an execution anew, as the button in n8n's list of executions does. */
export const retryExecution = async (session: N8nSession, id: string): Promise<void> => {
	await session.call('POST', `/executions/${id}/retry`, { loadWorkflow: false });
};
