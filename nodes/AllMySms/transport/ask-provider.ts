import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import { providerData, type ProviderData } from '../../shared/answers/provider-data';
import { callProvider, providerAddress } from '../../shared/provider/gateway';
import { callPersistently } from '../../shared/provider/persistent-call';
import type { ProviderCall } from '../../shared/provider/provider-request';

const TIMEOUT_MS = 30_000;

/**
 * Asks the provider for something.
 *
 * @param timeoutMs for the whole answer; large lists need longer than the default of 30 seconds
 * @throws NodeOperationError where the credential holds no usable address
 */
export async function askProvider(
	context: IExecuteFunctions,
	call: ProviderCall,
	timeoutMs: number = TIMEOUT_MS,
): Promise<ProviderData> {
	const address = await providerAddress(context);
	const reply = await callPersistently(
		async () => await callProvider(context, address, { ...call, timeoutMs }),
		{
			sleep,
			cancelled: () => context.getExecutionCancelSignal()?.aborted ?? false,
			random: Math.random,
		},
	);
	return providerData(reply);
}
