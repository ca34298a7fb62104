import type { SmsStatus } from '../campaigns/campaign.mts';

/** A recording left on a voicemail. Instants are milliseconds since 1970. */
export interface VoiceMessage {
	readonly smsId: string;
	readonly campaignId: string;
	readonly owner: string;
	readonly campaignName: string;
	/** Digits with country code. */
	readonly phoneNumber: string;
	/** French landline as it was given. */
	readonly from: string;
	readonly audioUrl: string;
	readonly at: number;
	readonly scheduledFor: number | null;
}

/** Every voice message, oldest first. */
export class VoiceBook {
	private readonly list: VoiceMessage[] = [];

	get all(): readonly VoiceMessage[] {
		return this.list;
	}

	add(message: VoiceMessage): void {
		this.list.push(message);
	}
}

/** How far a voice message is: it is left at once when it is due. */
export const voiceStatus = ({ scheduledFor }: VoiceMessage, now: number): SmsStatus =>
	scheduledFor !== null && scheduledFor > now ? 'scheduled' : 'delivered';
