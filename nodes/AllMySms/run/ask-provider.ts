import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import { noAnswer, providerData, type ProviderData } from '../../shared/provider/provider-data';
import { callProvider, readProviderAddress } from '../../shared/provider/gateway';
import { callPersistently } from '../../shared/provider/persistent-call';
import type { ProviderCall } from '../../shared/provider/provider-call';

const TIMEOUT_MS = 30_000;

/**
 * Asks the provider for something. Never throws for what happens on the way.
 *
 * @param timeoutMs for the whole answer; large lists need longer than the default of 30 seconds
 */
export async function askProvider(
	context: IExecuteFunctions,
	call: ProviderCall,
	timeoutMs: number = TIMEOUT_MS,
): Promise<ProviderData> {
	const address = await readProviderAddress(context);
	if (!address.ok) {
		return noAnswer(address.problem.what, address.problem.remedy);
	}
	const reply = await callPersistently(
		async () => await callProvider(context, address.value, { ...call, timeoutMs }),
		{
			sleep,
			cancelled: () => context.getExecutionCancelSignal()?.aborted ?? false,
			random: Math.random,
		},
	);
	return providerData(reply);
}
