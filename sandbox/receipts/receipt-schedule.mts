import type { Campaign, Sms } from '../campaigns/campaign.mts';
import type { Clock } from '../clock/clock.mts';
import { receiptCodesOf } from '../numbers/endings.mts';
import type { ReceiptDelays } from '../settings.mts';
import { receiptCode } from './receipt-codes.mts';

/** Lets receipts follow the SMS that left. */
export class ReceiptSchedule {
	/** @param onReceipts is told the SMS that just got a receipt */
	constructor(
		private readonly clock: Clock,
		private readonly delays: () => ReceiptDelays,
		private readonly onReceipts: (sms: readonly Sms[]) => void,
	) {}

	/** Plans the receipts of a campaign that left. */
	follow({ sms }: Campaign): void {
		const { handedOver, delivered } = this.delays();
		this.clock.after(handedOver, () => this.give(sms, 0));
		this.clock.after(Math.max(delivered, handedOver), () => this.give(sms, 1));
	}

	/** Gives at once what a number that is blacklisted since the order gets: a rejection. */
	reject(sms: readonly Sms[]): void {
		for (const each of sms) this.stamp(each, 4);
		this.onReceipts(sms);
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
		sms.receipt = { code, comment, at: this.clock.now() };
	}
}
