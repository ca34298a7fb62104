import type { IExecuteFunctions } from 'n8n-workflow';

import { v9Call } from '../../shared/provider/provider-call';
import { priceFinder, type PriceOf } from '../../shared/sending/sms-prices';
import { readAccount } from '../../shared/vocabulary/accounts';
import { type PriceRow, readPrices } from '../../shared/vocabulary/look-ups';
import { askProvider } from './ask';
import { addHint } from './problem-output';

/**
 * Reads the provider's prices once, when they are first needed. Where they are not to be had, a hint
 * says so, and no number has a price: nothing is guessed.
 *
 * @param kind which of the prices
 */
export function priceList(
	context: IExecuteFunctions,
	kind: keyof Pick<PriceRow, 'sms' | 'voicemail'>,
): () => Promise<PriceOf> {
	const ask = async (): Promise<PriceOf> => {
		const reply = await askProvider(context, v9Call('getPrices', {}));
		const rows = reply.ok ? readPrices(reply.value.data, reply.value.httpStatus) : reply;
		if (rows.ok) {
			return priceFinder(rows.value.map(({ row }) => ({ ...row, price: row[kind] })));
		}
		addHint(
			context,
			'warning',
			`The prices could not be read, so that 'cost' is null: ${rows.problem.what}.`,
		);
		return () => null;
	};
	let prices: Promise<PriceOf> | null = null;
	return async () => await (prices ??= ask());
}

/** What the account has left, in a sentence for the user. */
export interface CreditsHint {
	readonly text: string;
	readonly isEnough: boolean;
}

const spoken = (count: number): string => count.toLocaleString('en-US');

/**
 * Tells what the account has left, before an SMS is refused for want of it.
 *
 * @param needed credits; null where the provider does not tell them
 * @returns null where the account does not tell
 */
export async function creditsHint(
	context: IExecuteFunctions,
	needed: number | null,
): Promise<CreditsHint | null> {
	const reply = await askProvider(context, v9Call('getInfo'));
	const account = reply.ok ? readAccount(reply.value.data, reply.value.httpStatus, 'v9') : reply;
	const left = account.ok ? account.value.credits : null;
	if (left === null) return null;
	const has = `The account has ${spoken(left)} credits`;
	if (needed === null) return { text: `${has}.`, isEnough: true };
	if (needed <= left) {
		return { text: `${has}; this run takes ${spoken(needed)}.`, isEnough: true };
	}
	return {
		text: `${has}, ${spoken(needed - left)} less than this run takes: AllMySMS would refuse SMS of it. Top up the account before you send.`,
		isEnough: false,
	};
}
