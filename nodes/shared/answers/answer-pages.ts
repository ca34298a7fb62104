import { createHash } from 'crypto';

import type { Speech } from './page-words';
import { type AnswerFault, type AskedPhone, MOST_CHARACTERS, type Question } from './question';

/** Everything that is shown: nothing is fetched from anywhere. */
const STYLE = `
:root{color-scheme:light dark;--ink:#1d2433;--paper:#fff;--line:#c3c9d6;--soft:#f2f4f8;--main:#1a56c4;--on-main:#fff;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebf2;--paper:#161a22;--line:#465066;--soft:#222834;--main:#8ab4ff;--on-main:#0b1220;--bad:#ff9d96}}
*{box-sizing:border-box}
body{margin:0;padding:16px;background:var(--soft);color:var(--ink);font:18px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
main{max-width:560px;margin:0 auto;padding:20px;background:var(--paper);border:1px solid var(--line);border-radius:12px}
h1{margin:0 0 12px;font-size:24px;line-height:1.25}
p,label{white-space:pre-line;overflow-wrap:break-word;word-wrap:break-word}
p{margin:0 0 16px}
label{display:block;margin:0 0 6px;font-weight:bold}
textarea{display:block;width:100%;margin:0 0 16px;padding:10px;border:1px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink);font:inherit}
button{display:block;width:100%;min-height:52px;margin:0 0 12px;padding:10px 14px;border:2px solid var(--main);border-radius:8px;background:var(--paper);color:var(--main);font:inherit;font-weight:bold;overflow-wrap:anywhere;cursor:pointer}
button.main{background:var(--main);color:var(--on-main)}
button:focus,textarea:focus{outline:3px solid var(--main);outline-offset:2px}
.bad{color:var(--bad);font-weight:bold}
`.trim();

const styleHash = (): string => createHash('sha256').update(STYLE).digest('base64');

let headers: Readonly<Record<string, string>> | undefined;

/** What a browser, a cache and a search engine must know of the page. */
export function pageHeaders(): Readonly<Record<string, string>> {
	headers ??= {
		'Content-Type': 'text/html; charset=utf-8',
		'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash()}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
		'X-Content-Type-Options': 'nosniff',
		'X-Frame-Options': 'DENY',
		// The address is the key to the answer: it must not reach another site or a search engine.
		'Referrer-Policy': 'no-referrer',
		'X-Robots-Tag': 'noindex, nofollow, noarchive',
		'Cache-Control': 'no-store',
		Vary: 'Accept-Language',
	};
	return headers;
}

const ESCAPES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** A text as HTML shows it, letter by letter. */
const escapeHtml = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

/**
 * A whole page.
 *
 * @param title heading of the page and of its tab, as plain text
 * @param body HTML below the heading
 */
const htmlPage = ({ language }: Speech, title: string, body: string): string =>
	`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;

const faultText = ({ language, words }: Speech, fault: AnswerFault): string =>
	// A comma or a point among digits means another number in other languages.
	words[fault].replace('{most}', MOST_CHARACTERS.toLocaleString(language));

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
interface Correction {
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
				: [`<p class="bad" role="alert">${escapeHtml(faultText(speech, correction.fault))}</p>`]),
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
