import { hasStopMention } from '../vocabulary/stop-mention';
import { counted } from '../text/counted';
import type { PlannedSms, RecipientLine } from './planned-sms';
import { senderDoubt } from './sender';

/** How many senders a hint names. */
const NAMED = 3;

/** Mainland and overseas departments: Réunion and Mayotte, Guadeloupe, Guiana, Martinique. */
const isFrench = ({ to }: PlannedSms): boolean => /^\+(?:33|262|590|594|596)/.test(to);

const add = (counts: Map<string, number>, sender: string): void => {
	counts.set(sender, (counts.get(sender) ?? 0) + 1);
};

/** `"A", "B" and 2 others`, those of most recipients first. */
function list(counts: ReadonlyMap<string, number>, tell: (sender: string) => string): string {
	const senders = [...counts].sort(([, a], [, b]) => b - a).map(([sender]) => tell(sender));
	const more = senders.length - NAMED;
	const others = more > 0 ? ` and ${counted(more, 'other')}` : '';
	return `${senders.slice(0, NAMED).join(', ')}${others}`;
}

const total = (counts: ReadonlyMap<string, number>): number =>
	[...counts.values()].reduce((sum, count) => sum + count, 0);

const plural = (counts: ReadonlyMap<string, number>): string => (counts.size === 1 ? '' : 's');

/**
 * What may become of the sender names of a run, in sentences for the user: names that the rules do
 * not cover, and names that French networks do not show because the text has no STOP mention.
 */
export function senderHints(lines: readonly RecipientLine[]): string[] {
	const doubtful = new Map<string, number>();
	const withoutMention = new Map<string, number>();
	const mentions = new Map<string, boolean>();
	const hasMention = (text: string): boolean => {
		const known = mentions.get(text) ?? hasStopMention(text);
		mentions.set(text, known);
		return known;
	};
	for (const { plan } of lines) {
		if (plan.kind !== 'send' || plan.sms.settings.sender === null) continue;
		const { sender } = plan.sms.settings;
		if (senderDoubt(sender) !== null) add(doubtful, sender);
		if (isFrench(plan.sms) && !hasMention(plan.sms.text)) add(withoutMention, sender);
	}
	const hints: string[] = [];
	if (doubtful.size > 0) {
		const names = list(doubtful, (sender) => `"${sender}" ${senderDoubt(sender) ?? ''}`);
		hints.push(
			`The networks may replace the sender${plural(doubtful)} of the SMS for ${counted(total(doubtful), 'recipient')} by a short number, or block the SMS: ${names}. Use 3 to 11 letters and digits, a letter first, without blanks, accents and signs.`,
		);
	}
	if (withoutMention.size > 0) {
		const names = list(withoutMention, (sender) => `"${sender}"`);
		hints.push(
			`The sender${plural(withoutMention)} ${names} will not show for ${counted(total(withoutMention), 'French recipient')}: their networks put a short number in place of a name whose text does not say how to unsubscribe. Switch on 'STOP Mention', or leave 'Sender (TPOA)' empty to receive replies on the short number.`,
		);
	}
	return hints;
}
