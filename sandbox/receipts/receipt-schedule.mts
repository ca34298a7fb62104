import type { Campaign, Sms } from '../campaigns/campaign.mts';
import { receiptCodesOf } from '../numbers/endings.mts';
import type { ReceiptDelays } from '../settings.mts';
import { receiptCode } from './receipt-codes.mts';

/** Lets receipts follow the SMS that left. */
export class ReceiptSchedule {
	private readonly timers = new Set<NodeJS.Timeout>();

	/** @param onReceipts is told the SMS that just got a receipt */
	constructor(
		private readonly delays: () => ReceiptDelays,
		private readonly onReceipts: (sms: readonly Sms[]) => void,
	) {}

	/** Plans the receipts of a campaign that left. */
	follow({ sms }: Campaign): void {
		const { handedOver, delivered } = this.delays();
		this.later(handedOver, () => this.give(sms, 0));
		this.later(Math.max(delivered, handedOver), () => this.give(sms, 1));
	}

	/** Gives at once what a number that is blacklisted since the order gets: a rejection. */
	reject(sms: readonly Sms[]): void {
		for (const each of sms) this.stamp(each, 4);
		this.onReceipts(sms);
	}

	private later(ms: number, action: () => void): void {
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			action();
		}, ms);
		this.timers.add(timer);
	}

	private give(sms: readonly Sms[], step: number): void {
		const reached: Sms[] = [];
		for (const each of sms) {
			const code = receiptCodesOf(each.phoneNumber)[step];
			if (code === undefined || each.status === 'rejected') continue;
			this.stamp(each, code);
			reached.push(each);
		}
		this.onReceipts(reached);
	}

	private stamp(sms: Sms, code: number): void {
		const { comment, status } = receiptCode(code);
		sms.status = status;
		sms.receipt = { code, comment, at: Date.now() };
	}

	/** Forgets every receipt that is still to come. */
	clear(): void {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
	}
}
