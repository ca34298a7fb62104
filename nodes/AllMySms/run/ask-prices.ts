import type { IExecuteFunctions } from 'n8n-workflow';

import { v9Call } from '../../shared/provider/provider-call';
import { priceFinder, type PriceOf } from '../../shared/sending/sms-prices';
import { readPrices, type PriceRow } from '../../shared/vocabulary/look-ups';
import { addHint } from './problem-output';
import { askProvider } from './ask';

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
