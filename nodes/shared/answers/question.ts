import { toWellFormed } from '../text/characters';
import { type Fields, isFields } from '../values';

/** What a tap on a button decides, in the words that the workflow gets. */
type Decision = { readonly approved: boolean } | { readonly choice: string };

/** A button of the page. */
export interface Choice {
	readonly label: string;
	readonly decision: Decision;
}

/** Somebody who was asked. */
export interface AskedPhone {
	/** E.164. */
	readonly to: string;
	/** The input item that asked. */
	readonly itemIndex: number;
	/** Heading of the page; null for the words of the page itself. */
	readonly title: string | null;
	/** What the page says above the buttons. */
	readonly text: string;
	/** The test phone that was texted in his place, E.164. */
	readonly testPhone?: string;
}

/** How a question is answered: with a button, with words on the page, or with an SMS. */
export type AnswerKind = 'choice' | 'text' | 'reply';

/** A question that an execution waits for, as n8n stores it with the execution. */
export interface Question {
	/** Which run of the node asked: a loop asks anew with each. */
	readonly run: string;
	readonly kind: AnswerKind;
	/** Empty unless a button answers. */
	readonly choices: readonly Choice[];
	readonly asked: readonly AskedPhone[];
	/** Milliseconds since 1970; null where the question stays open. */
	readonly expiresAt: number | null;
}

const isDecision = (value: unknown): value is Decision =>
	isFields(value) && (typeof value.approved === 'boolean' || typeof value.choice === 'string');

const isChoice = (value: unknown): value is Choice =>
	isFields(value) && typeof value.label === 'string' && isDecision(value.decision);

const isAskedPhone = (value: unknown): value is AskedPhone =>
	isFields(value) &&
	typeof value.to === 'string' &&
	typeof value.itemIndex === 'number' &&
	typeof value.text === 'string' &&
	(value.title === null || typeof value.title === 'string') &&
	(value.testPhone === undefined || typeof value.testPhone === 'string');

/** Whether something that was stored is a question of this version. */
export const isQuestion = (value: unknown): value is Question =>
	isFields(value) &&
	typeof value.run === 'string' &&
	(value.kind === 'choice' || value.kind === 'text' || value.kind === 'reply') &&
	Array.isArray(value.choices) &&
	value.choices.every(isChoice) &&
	Array.isArray(value.asked) &&
	value.asked.every(isAskedPhone) &&
	(value.expiresAt === null || typeof value.expiresAt === 'number');

/** Who is asked by the SMS that a phone got; undefined where the question went to another phone. */
export const askedOn = (question: Question, phone: string): AskedPhone | undefined =>
	question.asked.find(({ to, testPhone }) => (testPhone ?? to) === phone);

/** The name in the link's query that tells whose link it is. */
const PLACE = 'q';

/**
 * What the link of a recipient carries besides its signature: as little as possible, because every
 * character of an SMS counts.
 */
export const placeParameters = (run: string, position: number): Record<string, string> =>
	run === '0' && position === 0 ? {} : { [PLACE]: `${run}.${position}` };

/** Whose link was opened; null where the question is not the one that the link belongs to. */
export function askedBy(question: Question, query: Fields): AskedPhone | null {
	const given = query[PLACE] ?? '0.0';
	if (typeof given !== 'string') return null;
	const at = given.lastIndexOf('.');
	if (given.slice(0, at) !== question.run) return null;
	return question.asked[Number(given.slice(at + 1))] ?? null;
}

/** An answer in words is a message, not a document. */
export const MOST_CHARACTERS = 2000;

/** Why what a page sent is no answer; the names of the words that tell so. */
export type AnswerFault = 'nothingChosen' | 'nothingWritten' | 'tooLong';

/** What an answer gives to the workflow. */
export type AnswerData =
	| Decision
	/** `stop`: an SMS that asks for no more of them. */
	| { readonly text: string; readonly stop?: boolean };

/** What a page sent. */
type PageAnswer =
	| { readonly ok: true; readonly data: AnswerData; readonly shown: string }
	| { readonly ok: false; readonly fault: AnswerFault; readonly written: string };

/** Unseen characters that could spoil what reads the text later; line breaks and tabs stay. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the answer that the form of a page sends. */
export function readAnswer(question: Question, form: Fields): PageAnswer {
	if (question.kind === 'choice') {
		const given = textOf(form.answer);
		const choice = /^\d$/.test(given) ? question.choices[Number(given)] : undefined;
		return choice
			? { ok: true, data: choice.decision, shown: choice.label }
			: { ok: false, fault: 'nothingChosen', written: '' };
	}
	// A browser sends \r\n, and counts it as one character.
	const written = toWellFormed(textOf(form.text)).replace(/\r\n?/g, '\n').replace(CONTROLS, '');
	const text = written.trim();
	if (text === '') return { ok: false, fault: 'nothingWritten', written: '' };
	if (text.length > MOST_CHARACTERS) {
		return { ok: false, fault: 'tooLong', written: text.slice(0, MOST_CHARACTERS) };
	}
	return { ok: true, data: { text }, shown: text };
}
