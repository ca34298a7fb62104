import type { RecipientLine } from './planned-sms';
import { firstNonGsmCharacter, measureText } from '../text/encoding';

/** AllMySMS names 640 characters as the most; other sources say 1,224. */
const LONG_TEXT = 640;

const people = (count: number): string => (count === 1 ? '1 recipient' : `${count} recipients`);

/** What the texts of a run cost more than a plain SMS would, in sentences for the user. */
export function textHints(lines: readonly RecipientLine[]): string[] {
	const texts = new Map<string, number>();
	for (const line of lines) texts.set(line.text, (texts.get(line.text) ?? 0) + 1);
	let long = 0;
	let several = 0;
	let most = 0;
	let unicode = 0;
	let character: string | null = null;
	for (const [text, count] of texts) {
		const { encoding, segments } = measureText(text);
		if (text.length > LONG_TEXT) long += count;
		if (segments > 1) several += count;
		most = Math.max(most, segments);
		if (encoding === 'UCS-2') {
			unicode += count;
			character ??= firstNonGsmCharacter(text);
		}
	}
	const hints: string[] = [];
	if (unicode > 0) {
		hints.push(
			`The text for ${people(unicode)} has characters outside the SMS alphabet, such as "${character ?? ''}": an SMS then holds 70 characters, not 160. 'Plain Punctuation' helps with quotes and dashes.`,
		);
	}
	if (several > 0) {
		hints.push(
			`The text for ${people(several)} is longer than one SMS: up to ${most} segments each, and each is charged.`,
		);
	}
	if (long > 0) {
		hints.push(
			`The text for ${people(long)} has more than ${LONG_TEXT} characters, which AllMySMS may refuse.`,
		);
	}
	return hints;
}
