import { decodeHTML } from 'entities';

import { readXmlAnswer } from './xml-answer';

/** The content of an answer: an object or a list, as JSON would give it. */
export type AnswerData = Record<string, unknown> | unknown[];

/** An answer that could be read. It holds no promise about keys and types. */
export type Answer = { readonly ok: true; readonly data: AnswerData } | { readonly ok: false };

const UNREADABLE: Answer = { ok: false };

/** Whether the answer writes the key that changes what an object inherits, openly or escaped. */
const maySpellProto = (json: string): boolean => /__proto__|\\u005f/i.test(json);

function parseJson(json: string): unknown {
	if (!maySpellProto(json)) return JSON.parse(json);
	return JSON.parse(json, (key, value: unknown) => (key === '__proto__' ? undefined : value));
}

/** What is nested deeper breaks programs that walk it, and is no answer of the provider. */
const MAX_DEPTH = 100;

function isWithinDepth(value: unknown, levels: number): boolean {
	if (typeof value !== 'object' || value === null) return true;
	if (levels === 0) return false;
	for (const member of Array.isArray(value) ? value : Object.values(value)) {
		if (!isWithinDepth(member, levels - 1)) return false;
	}
	return true;
}

function readJson(json: string): Answer {
	let data: unknown;
	try {
		data = parseJson(json);
	} catch {
		return UNREADABLE;
	}
	if (typeof data !== 'object' || data === null || !isWithinDepth(data, MAX_DEPTH)) {
		return UNREADABLE;
	}
	if (Array.isArray(data)) return { ok: true, data };
	return { ok: true, data: { ...data } };
}

/**
 * Reads the body of an answer, whatever its content type says: the provider has served JSON as
 * text/html, and its samples decode HTML entities before they parse. Never throws; a page of a
 * proxy, half an answer, or a bare word is no answer.
 */
export function readAnswer(body: string): Answer {
	const text = body.replace(/^[\s\uFEFF]+/, '');
	if (text.startsWith('<')) {
		const data = readXmlAnswer(text);
		return data === null ? UNREADABLE : { ok: true, data };
	}
	if (!/^[[{]/.test(text)) return UNREADABLE;
	const answer = readJson(text);
	if (answer.ok || !/^[[{]\s*&quot;/.test(text)) return answer;
	return readJson(decodeHTML(text));
}
