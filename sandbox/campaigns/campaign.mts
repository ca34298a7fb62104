import type { Api } from '../text/markers.mts';

/** How far an SMS is. */
export type SmsStatus =
	| 'scheduled'
	| 'accepted'
	| 'sent'
	| 'delivered'
	| 'undelivered'
	| 'rejected'
	| 'failed'
	| 'cancelled';

/** The newest receipt of an SMS. */
export interface Receipt {
	/** 1 to 5 as the provider numbers them. */
	readonly code: number;
	readonly comment: string;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** One SMS to one phone. */
export interface Sms {
	readonly smsId: string;
	readonly campaign: Campaign;
	/** Digits with country code. */
	readonly phoneNumber: string;
	/** What the phone shows. */
	readonly text: string;
	/** Parts that the text takes. */
	readonly segments: number;
	/** The name or short number that the phone shows. */
	readonly sender: string;
	status: SmsStatus;
	receipt: Receipt | null;
}

/** What one request sent. Instants are milliseconds since 1970. */
export interface Campaign {
	/** For instance `ap_2842312345`. */
	readonly campaignId: string;
	/** Login of the account that sent it. */
	readonly owner: string;
	readonly api: Api;
	readonly name: string;
	/** The name that was asked for; empty where none was. */
	readonly requestedSender: string;
	/** With its markers. */
	readonly template: string;
	readonly createdAt: number;
	readonly scheduledFor: number | null;
	readonly clientMessageId: string | null;
	readonly flash: boolean;
	/** What it cost, to give it back when it is cancelled. */
	readonly credits: number;
	/** Parts over all recipients. */
	readonly segments: number;
	readonly invalidNumbers: readonly string[];
	readonly sms: readonly Sms[];
	/** Instant of the cancellation. */
	cancelledAt: number | null;
	/** Its place among everything that happened: accepted, later departed or cancelled. */
	place: number;
	/** When its SMS left; null while they did not. */
	departedAt: number | null;
}
