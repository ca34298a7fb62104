import type { PayloadRecipient, SendOrder } from '../payload/sms-data.mts';
import { fromParis } from '../clock/paris-time.mts';
import { creditsFor } from '../numbers/countries.mts';
import { readMobileNumber } from '../numbers/phone-number.mts';
import { segmentsOf } from '../text/segments.mts';
import { personalise, type Api } from '../text/markers.mts';
import { refuse, type Refusal } from './refusal.mts';

/** One SMS that would leave. */
export interface QuotedSms {
	readonly phoneNumber: string;
	/** Before its addresses are shortened. */
	readonly text: string;
	readonly segments: number;
	readonly credits: number;
}

/** What a send would do and cost: what `simulateCampaign` tells and what sending goes by. */
export interface Quote {
	readonly kind: 'quote';
	/** Instant (ms); null = now. A date in the past is now. */
	readonly scheduledFor: number | null;
	readonly sms: readonly QuotedSms[];
	/** As given: numbers that cannot be texted, and those of people who wrote STOP. */
	readonly invalidNumbers: readonly string[];
	readonly segments: number;
	readonly credits: number;
}

/** What the quote depends on beside the order. */
export interface Terms {
	readonly api: Api;
	/** Instant (ms). */
	readonly now: number;
	/** Characters that a text may have after its markers are replaced. */
	readonly longestText: number;
	readonly creditsLeft: number;
	/** Whether nothing leaves where some numbers cannot be texted. */
	readonly refusesPartly: boolean;
	readonly isBlacklisted: (phoneNumber: string) => boolean;
	/** The text as it leaves: its addresses may be shortened. Only its length counts here. */
	readonly asSent: (text: string) => string;
}

function departure(date: string, now: number): number | null | 'unreadable' {
	if (date === '') return null;
	const at = fromParis(date);
	if (at === null) return 'unreadable';
	return at > now ? at : null;
}

function quoted(message: string, recipient: PayloadRecipient, terms: Terms): QuotedSms | null {
	const phoneNumber = readMobileNumber(recipient.mobilePhone ?? '');
	if (phoneNumber === null || terms.isBlacklisted(phoneNumber)) return null;
	const text = personalise(message, recipient.values, terms.api);
	const { segments } = segmentsOf(terms.asSent(text));
	return { phoneNumber, text, segments, credits: segments * creditsFor(phoneNumber) };
}

const total = (sms: readonly QuotedSms[], key: 'segments' | 'credits'): number =>
	sms.reduce((sum, each) => sum + each[key], 0);

/** 103 is an empty account, 104 one that holds too little; null where it is enough. */
export function refuseForCredit(needed: number, left: number): Refusal | null {
	if (needed <= left) return null;
	if (left <= 0) return refuse(103);
	return refuse(
		104,
		`Crédit insuffisant pour traiter cet envoi. A utiliser: ${needed} Crédits, Disponibles: ${left} Crédits. Veuillez re-créditer votre compte sur AllMySMS.com`,
	);
}

/** Reckons an order, or says why it is refused. */
export function quote(order: SendOrder, terms: Terms): Quote | Refusal {
	const scheduledFor = departure(order.date, terms.now);
	if (scheduledFor === 'unreadable') return refuse(115);
	if (order.message.trim() === '') return refuse(110);

	const sms: QuotedSms[] = [];
	const invalidNumbers: string[] = [];
	for (const recipient of order.recipients) {
		const each = quoted(order.message, recipient, terms);
		if (each) sms.push(each);
		else invalidNumbers.push(recipient.mobilePhone ?? '');
	}
	if (sms.length === 0) return refuse(114, undefined, invalidNumbers);
	if (invalidNumbers.length > 0 && terms.refusesPartly) {
		return refuse(113, undefined, invalidNumbers);
	}
	if (sms.some(({ text }) => text.length > terms.longestText)) {
		return refuse(111, `Le message dépasse ${terms.longestText} caractères`, invalidNumbers);
	}
	const credits = total(sms, 'credits');
	const short = refuseForCredit(credits, terms.creditsLeft);
	if (short) return { ...short, invalidNumbers };
	const segments = total(sms, 'segments');
	return { kind: 'quote', scheduledFor, sms, invalidNumbers, segments, credits };
}
