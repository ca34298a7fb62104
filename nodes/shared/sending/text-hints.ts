import { isUnseen, nameCharacter } from '../text/characters';
import {
	costOf,
	measureText,
	type CostlyCharacter,
	type Remedy,
	type TextCost,
} from '../text/sms-alphabet';
import { counted } from '../values';

/** AllMySMS names 640 characters as the most; other sources say 1,224. */
const LONG_TEXT = 640;

/** A text with what it costs and how many phones get it. */
interface CountedText {
	readonly text: string;
	readonly recipients: number;
	readonly cost: TextCost;
}

/** A character that helps to make texts longer, with an example of where it stands. */
interface FoundCharacter {
	readonly costly: CostlyCharacter;
	readonly text: string;
	recipients: number;
}

/** How many characters are named for each remedy. */
const NAMED = 3;

/** The most that is shown of the word that a character stands in. */
const WORD = 20;

/** The word that a character stands in, or else the one before it. */
function placeOf({ costly: { character, at }, text }: FoundCharacter): string {
	const readable = (piece: string): string =>
		[...piece.replace(/\p{Z}/gu, ' ')].filter((each) => each === ' ' || !isUnseen(each)).join('');
	const before = /[^ \n\r\t]*$/.exec(text.slice(0, at))?.[0] ?? '';
	const behind = /^[^ \n\r\t]*/.exec(text.slice(at + character.length))?.[0] ?? '';
	const start = readable(before).slice(-WORD);
	const end = readable(behind).slice(0, WORD);
	if ((start + end).trim() !== '') return ` in "${start}${readable(character)}${end}"`;
	const last = readable(/([^ \n\r\t]+)\s*$/.exec(text.slice(0, at))?.[1] ?? '').slice(-WORD);
	return last === '' ? '' : ` after "${last}"`;
}

const adviceOf = (remedy: Remedy): string => {
	switch (remedy.kind) {
		case 'plain punctuation':
			return "switch on 'Plain Punctuation' for";
		case 'letter':
			return `write "${remedy.letter}" for`;
		case 'leave out':
			return 'leave out';
		case 'none':
			return '';
	}
};

function named(found: FoundCharacter, all: number): string {
	const isEverywhere = found.recipients === all;
	const some = isEverywhere ? '' : ` (${counted(found.recipients, 'recipient')})`;
	return `${nameCharacter(found.costly.character)}${placeOf(found)}${some}`;
}

/** "write "e" for "ê" in "forêt"; leave out "🎉"", the most frequent characters first. */
function advise(texts: readonly CountedText[], all: number): string {
	const found = new Map<string, FoundCharacter>();
	for (const { text, recipients, cost } of texts) {
		for (const costly of cost.characters) {
			const known = found.get(costly.character);
			if (known) known.recipients += recipients;
			else found.set(costly.character, { costly, text, recipients });
		}
	}
	const byAdvice = new Map<string, FoundCharacter[]>();
	for (const each of [...found.values()].sort((a, b) => b.recipients - a.recipients)) {
		const advice = adviceOf(each.costly.remedy);
		if (advice !== '') byAdvice.set(advice, [...(byAdvice.get(advice) ?? []), each]);
	}
	return [...byAdvice]
		.map(([advice, characters]) => {
			const names = characters.slice(0, NAMED).map((each) => named(each, all));
			const more = characters.length - NAMED;
			const others = more > 0 ? ` and ${counted(more, 'other')}` : '';
			return `${advice} ${names.join(', ')}${others}`;
		})
		.join('; ');
}

const sum = (texts: readonly CountedText[], of: (text: CountedText) => number): number =>
	texts.reduce((total, text) => total + of(text), 0);

/** What characters outside the SMS alphabet cost, where a text without them would cost less. */
function alphabetHint(texts: readonly CountedText[]): string[] {
	const dear = texts.filter(({ cost }) => cost.plainSegments < cost.segments);
	const [first] = dear;
	if (!first) return [];
	const recipients = sum(dear, (text) => text.recipients);
	const { segments, plainSegments } = first.cost;
	const isOne = dear.every(
		({ cost }) => cost.segments === segments && cost.plainSegments === plainSegments,
	);
	const price = isOne
		? `${counted(segments, 'segment')} instead of ${plainSegments}`
		: `${counted(
				sum(dear, (text) => text.recipients * text.cost.segments),
				'segment',
			)} instead of ${sum(dear, (text) => text.recipients * text.cost.plainSegments).toLocaleString('en-US')} in all`;
	return [
		`Characters outside the SMS alphabet cost ${price} for ${counted(recipients, 'recipient')}, because an SMS with one of them holds 70 characters and not 160: ${advise(dear, recipients)}.`,
	];
}

/** What is long by itself: what {@link alphabetHint} can make one segment of is told there. */
function lengthHint(texts: readonly CountedText[]): string[] {
	const several = texts.filter(({ cost }) => cost.plainSegments > 1);
	if (several.length === 0) return [];
	const recipients = sum(several, (text) => text.recipients);
	const most = several.reduce((longest, { cost }) => Math.max(longest, cost.segments), 0);
	const isOne = several.every(({ cost }) => cost.segments === most);
	const each = recipients === 1 ? '' : ' each';
	return [
		`The text for ${counted(recipients, 'recipient')} is longer than one SMS: ${isOne ? '' : 'up to '}${counted(most, 'segment')}${each}, and every segment is charged.`,
	];
}

function limitHint(texts: readonly CountedText[]): string[] {
	const recipients = sum(
		texts.filter(({ text }) => text.length > LONG_TEXT),
		(text) => text.recipients,
	);
	if (recipients === 0) return [];
	return [
		`The text for ${counted(recipients, 'recipient')} has more than ${LONG_TEXT} characters, which AllMySMS may refuse.`,
	];
}

/**
 * What the texts of a run cost more than one SMS each, in sentences for the user.
 *
 * @param sent one text per recipient
 */
export function textHints(sent: readonly string[]): string[] {
	const recipientsOf = new Map<string, number>();
	for (const text of sent) {
		// What one SMS holds is told nothing of, and that is most of what is sent.
		if (text.length > LONG_TEXT || measureText(text).segments > 1) {
			recipientsOf.set(text, (recipientsOf.get(text) ?? 0) + 1);
		}
	}
	const texts = [...recipientsOf].map(
		([text, recipients]): CountedText => ({ text, recipients, cost: costOf(text) }),
	);
	return [...alphabetHint(texts), ...lengthHint(texts), ...limitHint(texts)];
}
