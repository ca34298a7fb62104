import type { Core } from './core.mts';

/** What n8n sets where an administrator sets nothing: ExpressionEngineConfig in @n8n/config. */
const AS_IT_COMES = {
	engine: 'vm',
	poolSize: 1,
	maxCodeCacheSize: 1024,
	bridgeTimeout: 5000,
	bridgeMemoryLimit: 128,
} as const;

/**
 * Lets n8n run expressions in an isolate from now on, as it does unless it is told otherwise. Needs
 * Node 24, and a line that has an isolate.
 */
export const runExpressionsInVm = async ({ workflow }: Core): Promise<void> =>
	await workflow.Expression.initExpressionEngine(AS_IT_COMES);
