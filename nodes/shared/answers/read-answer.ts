import { toWellFormed } from '../text/encoding';
import type { Decision, Question } from './question';

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
export type PageAnswer =
	| { readonly ok: true; readonly data: AnswerData; readonly shown: string }
	| { readonly ok: false; readonly fault: AnswerFault; readonly written: string };

/** Unseen characters that could spoil what reads the text later; line breaks and tabs stay. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the answer that the form of a page sends. */
export function readAnswer(
	question: Question,
	form: Readonly<Record<string, unknown>>,
): PageAnswer {
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
