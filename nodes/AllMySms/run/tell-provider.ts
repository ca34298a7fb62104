import { sleep, type IExecuteFunctions } from 'n8n-workflow';

import { providerData } from '../../shared/provider/provider-data';
import type { AnswerData } from '../../shared/vocabulary/read-answer';
import { callProvider, readProviderAddress } from '../../shared/provider/gateway';
import { callPersistently } from '../../shared/provider/persistent-call';
import type { ProviderReply } from '../../shared/provider/provider-reply';
import { isRefusedForLoad } from '../../shared/provider/retry-policy';
import type { ProviderCall } from '../../shared/provider/provider-request';

/** What became of a request that changes something. */
export type Told =
	| { readonly kind: 'answered'; readonly data: AnswerData; readonly httpStatus: number }
	/** Nothing was changed for certain. */
	| { readonly kind: 'notDone'; readonly what: string; readonly remedy: string }
	/** It may have been changed. */
	| { readonly kind: 'unknown'; readonly what: string };

/** Adding 1,000 contacts takes longer than a question. */
const TIMEOUT_MS = 60_000;

function toldBy(reply: ProviderReply): Told {
	const data = providerData(reply);
	if (data.ok) return { kind: 'answered', data: data.data, httpStatus: data.httpStatus };
	const { what, remedy, httpStatus } = data;
	if (reply.kind === 'unreached') return { kind: 'notDone', what, remedy };
	// Where there is no word of the provider, only a refusal by status is certain.
	const isRefused =
		httpStatus !== null && httpStatus >= 300 && httpStatus < 500 && httpStatus !== 408;
	return isRefused || isRefusedForLoad(reply)
		? { kind: 'notDone', what, remedy }
		: { kind: 'unknown', what };
}

/**
 * Tells the provider to change something, once: it is told again only where that is certain to be
 * safe. Never throws for what happens on the way.
 */
export async function tellProvider(context: IExecuteFunctions, call: ProviderCall): Promise<Told> {
	const address = await readProviderAddress(context);
	if (!address.ok) {
		const { parameter, reason, remedy } = address.refusal;
		return { kind: 'notDone', what: `'${parameter}' ${reason}`, remedy };
	}
	const reply = await callPersistently(
		async () => await callProvider(context, address.value, { ...call, timeoutMs: TIMEOUT_MS }),
		{
			sleep,
			cancelled: () => context.getExecutionCancelSignal()?.aborted ?? false,
			random: Math.random,
		},
	);
	return toldBy(reply);
}
