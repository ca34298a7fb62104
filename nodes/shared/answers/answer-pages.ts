import { escapeHtml, htmlPage } from './page';
import type { PageWords, Speech } from './page-words';
import type { AskedPhone, Question } from './question';
import { MOST_CHARACTERS, type AnswerFault } from './read-answer';

const faultText = (words: PageWords, fault: AnswerFault): string =>
	words[fault].replace('{most}', MOST_CHARACTERS.toLocaleString('en-US'));

function answerField({ words }: Speech, written: string): string {
	return [
		`<label for="text">${escapeHtml(words.answer)}</label>`,
		`<textarea id="text" name="text" rows="5" maxlength="${MOST_CHARACTERS}" required>`,
		// HTML drops a line break that follows the tag.
		`${escapeHtml(written)}</textarea>`,
		`<button class="main" type="submit">${escapeHtml(words.send)}</button>`,
	].join('\n');
}

const buttons = (question: Question): string =>
	question.choices
		.map(
			({ label }, position) =>
				`<button${position === 0 ? ' class="main"' : ''} type="submit" name="answer" value="${position}">${escapeHtml(label)}</button>`,
		)
		.join('\n');

/** What went wrong with the answer before, and what was written. */
export interface Correction {
	readonly fault: AnswerFault;
	readonly written: string;
}

/**
 * The question with its buttons, or with a field for words. It posts to the address that it was
 * opened at, which holds the signature.
 */
export function questionPage(
	question: Question,
	phone: AskedPhone,
	speech: Speech,
	correction: Correction | null = null,
): string {
	const { words } = speech;
	const title = phone.title ?? words.title;
	return htmlPage(
		speech,
		title,
		[
			...(phone.text === '' ? [] : [`<p>${escapeHtml(phone.text)}</p>`]),
			...(correction === null
				? []
				: [`<p class="bad" role="alert">${escapeHtml(faultText(words, correction.fault))}</p>`]),
			'<form method="post" accept-charset="utf-8">',
			question.kind === 'choice'
				? buttons(question)
				: answerField(speech, correction?.written ?? ''),
			'</form>',
		].join('\n'),
	);
}

/** Told to whom the answer was taken from. */
export const recordedPage = (speech: Speech, answer: string): string =>
	htmlPage(
		speech,
		speech.words.thanks,
		[
			`<p role="status">${escapeHtml(speech.words.recorded)}</p>`,
			`<p>${escapeHtml(speech.words.yourAnswer)}\n<strong>${escapeHtml(answer)}</strong></p>`,
		].join('\n'),
	);

/** Why a link decides nothing any more. */
export type Closed = 'answered' | 'expired' | 'unknown';

/** Told to whoever comes too late, or with a link that is none. */
export const closedPage = ({ language, words }: Speech, why: Closed): string =>
	htmlPage(
		{ language, words },
		words[`${why}Title`],
		`<p role="status">${escapeHtml(words[why])}</p>`,
	);
