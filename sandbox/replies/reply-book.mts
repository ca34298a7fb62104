import type { Campaign } from '../campaigns/campaign.mts';

/** An SMS that a phone sent back. */
export interface Reply {
	/** The provider's `id` and `smsMoId`. */
	readonly id: string;
	/** Login of the account that gets it. */
	readonly owner: string;
	readonly phoneNumber: string;
	readonly message: string;
	/** The last SMS that the phone got; null where it got none. */
	readonly smsId: string | null;
	readonly campaign: Campaign | null;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Its place among everything that happened. */
	readonly place: number;
	/** Whether `getPulls` returned it already. */
	read: boolean;
}

/** Every reply, oldest first. */
export class ReplyBook {
	private readonly list: Reply[] = [];
	private readonly bySmsId = new Map<string, Reply>();

	get all(): readonly Reply[] {
		return this.list;
	}

	nextId(): string {
		return String(32_154 + this.list.length);
	}

	add(reply: Reply): void {
		this.list.push(reply);
		if (reply.smsId !== null) this.bySmsId.set(reply.smsId, reply);
	}

	of(owner: string): readonly Reply[] {
		return this.list.filter((reply) => reply.owner === owner);
	}

	toCampaign(owner: string, campaignId: string): readonly Reply[] {
		return this.of(owner).filter(({ campaign }) => campaign?.campaignId === campaignId);
	}

	/** The newest reply to an SMS. */
	toSms(owner: string, smsId: string): Reply | undefined {
		const reply = this.bySmsId.get(smsId);
		return reply?.owner === owner ? reply : undefined;
	}
}
