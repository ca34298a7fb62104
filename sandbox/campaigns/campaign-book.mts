import type { Campaign, Sms } from './campaign.mts';

/** Every campaign and SMS, found by their ids and by phone. */
export class CampaignBook {
	private readonly byCampaignId = new Map<string, Campaign>();
	private readonly bySmsId = new Map<string, Sms>();
	private readonly byPhone = new Map<string, Sms[]>();
	private count = 0;

	/** Oldest first. */
	get campaigns(): readonly Campaign[] {
		return [...this.byCampaignId.values()];
	}

	/** Oldest first. */
	get sms(): Iterable<Sms> {
		return this.bySmsId.values();
	}

	/** A new id in the provider's form. */
	nextCampaignId(): string {
		this.count++;
		return `ap_${2_842_300_000 + this.count}`;
	}

	add(campaign: Campaign): void {
		this.byCampaignId.set(campaign.campaignId, campaign);
		for (const sms of campaign.sms) {
			this.bySmsId.set(sms.smsId, sms);
		}
	}

	/** Notes that the SMS of a campaign reach their phones now. */
	depart(campaign: Campaign): void {
		for (const sms of campaign.sms) {
			const ofPhone = this.byPhone.get(sms.phoneNumber);
			if (ofPhone) ofPhone.push(sms);
			else this.byPhone.set(sms.phoneNumber, [sms]);
		}
	}

	/** A campaign of an account; undefined where it belongs to somebody else. */
	campaignOf(owner: string, campaignId: string): Campaign | undefined {
		const campaign = this.byCampaignId.get(campaignId);
		return campaign?.owner === owner ? campaign : undefined;
	}

	/** An SMS of an account; undefined where it belongs to somebody else. */
	smsOf(owner: string, smsId: string): Sms | undefined {
		const sms = this.bySmsId.get(smsId);
		return sms?.campaign.owner === owner ? sms : undefined;
	}

	/** The newest SMS that reached a phone, of all or of those that match. */
	lastToPhone(phoneNumber: string, matches: (sms: Sms) => boolean = () => true): Sms | undefined {
		return this.byPhone.get(phoneNumber)?.findLast(matches);
	}
}
