import { createHash } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';

import {
	closedPage,
	pageHeaders,
	questionPage,
	recordedPage,
} from '../../../nodes/shared/answers/answer-pages.ts';
import { speechFor } from '../../../nodes/shared/answers/page-words.ts';
import type { AskedPhone, Question } from '../../../nodes/shared/answers/question.ts';

const phone: AskedPhone = { to: '+33612345678', itemIndex: 0, title: null, text: 'Do you come?' };

const question = (changes: Partial<Question> = {}): Question => ({
	run: '0',
	kind: 'choice',
	choices: [
		{ label: 'Yes', decision: { choice: 'Yes' } },
		{ label: 'No', decision: { choice: 'No' } },
	],
	asked: [phone],
	expiresAt: null,
	...changes,
});

const english = speechFor('en');

describe('the page of a question', () => {
	test('shows the text and one button for each answer, and needs no script', () => {
		const html = questionPage(question(), phone, english);
		expect(html).toContain('<p>Do you come?</p>');
		expect(html).toContain('<form method="post" accept-charset="utf-8">');
		expect(html).toMatch(/<button class="main" type="submit" name="answer" value="0">Yes</);
		expect(html).toMatch(/<button type="submit" name="answer" value="1">No</);
		expect(html).not.toMatch(/<script|javascript:|\son\w+=/i);
	});

	test('fetches nothing: no address stands in it', () => {
		for (const kind of ['choice', 'text'] as const) {
			const html = questionPage(question({ kind }), phone, english);
			expect(html).not.toMatch(/\b(?:src|href|action)=|url\(|@import|https?:/i);
		}
	});

	test('shows every text letter by letter', () => {
		const evil = `</title></style><script>alert("1")</script>'&amp;`;
		const labels = [{ label: evil, decision: { choice: evil } }];
		const html = [
			questionPage(question({ choices: labels }), { ...phone, title: evil, text: evil }, english),
			questionPage(question({ kind: 'text' }), phone, english, {
				fault: 'tooLong',
				written: `</textarea>${evil}`,
			}),
			recordedPage(english, evil),
		].join('');
		expect(html).not.toContain('<script>');
		expect(html).not.toContain('</textarea></title>');
		expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;&amp;amp;');
	});

	test('names its field for screen readers, bounds it, and says what is wrong', () => {
		const correction = { fault: 'nothingWritten', written: '' } as const;
		const html = questionPage(question({ kind: 'text' }), phone, english, correction);
		expect(html).toContain('<label for="text">Your answer</label>');
		expect(html).toMatch(/<textarea id="text" name="text" rows="5" maxlength="2000" required>/);
		expect(html).toContain('role="alert">Please write an answer first.');
	});

	test.each([
		['en', 'no more than 2,000 characters'],
		['de', 'höchstens 2.000 Zeichen'],
		['fr', 'pas plus de 2\u202f000 caractères'],
	])('in %s, writes a number as people read it there', (language, words) => {
		const correction = { fault: 'tooLong', written: '' } as const;
		const html = questionPage(question({ kind: 'text' }), phone, speechFor(language), correction);
		expect(html).toContain(words);
	});

	test('allows its own style alone', () => {
		const html = questionPage(question(), phone, english);
		const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
		const hash = createHash('sha256').update(style).digest('base64');
		expect(pageHeaders()['Content-Security-Policy']).toContain(`style-src 'sha256-${hash}'`);
		expect(pageHeaders()['Content-Security-Policy']).toContain("default-src 'none'");
		expect(pageHeaders()).toMatchObject({
			'Cache-Control': 'no-store',
			'Referrer-Policy': 'no-referrer',
			'X-Content-Type-Options': 'nosniff',
		});
		expect(style).toContain('prefers-color-scheme:dark');
	});
});

describe('the words of the page', () => {
	test.each([
		['fr-CH, fr;q=0.9, en;q=0.8', 'fr', 'Réponse déjà reçue'],
		['es', 'es', 'Pregunta ya respondida'],
		['de-AT;q=0.8, it;q=0.9', 'it', 'Risposta già ricevuta'],
		['de', 'de', 'Bereits beantwortet'],
		['nl, fr;q=0', 'en', 'Already answered'],
		['xx-"><script>', 'en', 'Already answered'],
		['', 'en', 'Already answered'],
		[undefined, 'en', 'Already answered'],
	])('for "%s" are %s', (header, language, words) => {
		const html = closedPage(speechFor(header), 'answered');
		expect(html).toContain(`<html lang="${language}">`);
		expect(html).toContain(words);
	});

	test('are complete in every language', () => {
		for (const language of ['en', 'fr', 'es', 'de', 'it']) {
			const { words } = speechFor(language);
			expect(words.tooLong).toContain('{most}');
			for (const text of Object.values(words)) expect(text).toMatch(/\S/);
		}
	});
});
