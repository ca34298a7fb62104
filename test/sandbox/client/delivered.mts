import { until } from './until.mts';
import type { Stage } from './stage.mts';

/** The provider's own dates. */
export const PARIS = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** Sends to some numbers and waits until the last of them has its last receipt. */
export const deliveredOn =
	(stage: Stage) =>
	async (message: string, ...numbers: string[]) => {
		const { json } = await stage.v9.text(message, ...numbers);
		await until('the receipts', async () => {
			const messages = await stage.control.messages();
			return messages.at(-1)?.status === 'delivered';
		});
		return {
			campaignId: String(json.campaignId),
			smsIds: (json.smsIds as Array<{ smsId: string }>).map(({ smsId }) => smsId),
		};
	};
