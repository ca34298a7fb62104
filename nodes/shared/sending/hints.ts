import { counted } from '../values';
import { hasStopMention } from '../vocabulary/stop';
import type { TextContent } from './message';
import type { Recipient } from './recipient';
import { senderDoubt } from './sender';
import { textHints } from './text-hints';

/** An SMS that is to leave. */
type Sms = Recipient<TextContent>;

/** How many senders, or expressions, a hint names: more would hide the advice. */
const NAMED = 3;

/** Mainland and overseas departments: Réunion and Mayotte, Guadeloupe, Guiana, Martinique. */
const isFrench = ({ to }: Sms): boolean => /^\+(?:33|262|590|594|596)/.test(to);

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

/** Says which expressions of the message gave nothing, and for how many: `Hello , ready.` is paid for. */
function lostHints(sent: readonly Sms[]): string[] {
	const counts = new Map<string, number>();
	for (const { message } of sent) {
		const { lost } = message.content;
		if (lost.length === 0) continue;
		for (const code of new Set(lost)) counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	return [...counts]
		.sort(([, one], [, other]) => other - one)
		.slice(0, NAMED)
		.map(
			([code, count]) =>
				`{{ ${code} }} gave nothing for ${count.toLocaleString('en')} of ${sent.length.toLocaleString('en')} SMS, and is missing in the text. Check the name of the field; write {{ ${code} || '' }} where an empty text is meant.`,
		);
}

/**
 * What may become of the sender names of a run, in sentences for the user: names that the rules do
 * not cover, and names that French networks do not show because the text has no STOP mention.
 */
function senderHints(sent: readonly Sms[]): string[] {
	const doubtful = new Map<string, number>();
	const withoutMention = new Map<string, number>();
	const mentions = new Map<string, boolean>();
	const hasMention = (text: string): boolean => {
		const known = mentions.get(text) ?? hasStopMention(text);
		mentions.set(text, known);
		return known;
	};
	for (const sms of sent) {
		const { settings, content } = sms.message;
		if (settings.sender === null) continue;
		if (senderDoubt(settings.sender) !== null) add(doubtful, settings.sender);
		if (isFrench(sms) && !hasMention(content.text)) add(withoutMention, settings.sender);
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

/** Which messages wait for the end of quiet hours, and for how long. */
export function postponedHints(recipients: readonly Recipient[]): string[] {
	const later = recipients.filter(
		({ known, message }) => known === null && message.postponed !== undefined,
	);
	const [first] = later;
	if (!first) return [];
	const dates = later
		.map(({ message }) => message.scheduledFor ?? '')
		.sort((a, b) => Date.parse(a) - Date.parse(b));
	const when =
		dates[0] === dates.at(-1) ? `at ${dates[0]}` : `between ${dates[0]} and ${dates.at(-1)}`;
	return [
		`Because of quiet hours, what ${counted(later.length, 'recipient')} get${later.length === 1 ? 's' : ''} leaves later, ${when}: ${first.message.postponed} (${first.to}). 'Quiet Hours' in the options decides.`,
	];
}

/**
 * Which messages a later execution may send again, although a key was asked for: its expression gave
 * nothing. A test leaves without its key.
 */
export function keylessHint(recipients: readonly Recipient[]): string | null {
	const sent = recipients.filter(({ known, meantFor }) => known === null && meantFor === undefined);
	const keyless = sent.filter(({ message }) => message.uniqueKey === null).length;
	if (keyless === 0) return null;
	return `'Send Once per Key' was empty for ${keyless.toLocaleString('en-US')} of ${counted(sent.length, 'recipient')}, so a later execution can text them again. Check the name of the field in its expression.`;
}

/** What is worth a second look before, or after, SMS were sent, in sentences for the user. */
export function smsHints(recipients: readonly Sms[]): string[] {
	const sent = recipients.filter(({ known }) => known === null);
	return [
		...postponedHints(sent),
		...lostHints(sent),
		...senderHints(sent),
		...textHints(sent.map(({ message }) => message.content.text)),
	];
}
