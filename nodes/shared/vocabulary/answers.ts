import { decodeHTML } from 'entities';

import { readXmlAnswer } from './xml-answers';

/** The content of an answer: an object or a list, as JSON would give it, without a promise about keys. */
export type AnswerData = Record<string, unknown> | unknown[];

/** Whether the answer writes the key that changes what an object inherits, openly or escaped. */
const maySpellProto = (json: string): boolean => /__proto__|\\u005f/i.test(json);

function parseJson(json: string): unknown {
	if (!maySpellProto(json)) return JSON.parse(json);
	return JSON.parse(json, (key, value: unknown) => (key === '__proto__' ? undefined : value));
}

/** What is nested deeper breaks programs that walk it, and is no answer of the provider. */
const MAX_DEPTH = 100;

/** Told before parsing, which takes seconds for millions of brackets. */
function nestsTooDeep(json: string): boolean {
	let depth = 0;
	let inText = false;
	for (let index = 0; index < json.length; index++) {
		const sign = json[index];
		if (sign === '"') inText = !inText;
		else if (inText) {
			if (sign === '\\') index++;
		} else if (sign === '{' || sign === '[') {
			if (++depth > MAX_DEPTH) return true;
		} else if (sign === '}' || sign === ']') depth--;
	}
	return false;
}

function readJson(json: string): AnswerData | null {
	if (nestsTooDeep(json)) return null;
	let data: unknown;
	try {
		data = parseJson(json);
	} catch {
		return null;
	}
	if (typeof data !== 'object' || data === null) return null;
	return Array.isArray(data) ? data : { ...data };
}

/**
 * Whether answers can be read, to be asked before a request leaves. When the pack is updated or
 * removed, n8n takes its files away from executions that still run: a library that was not in use
 * by then is gone, and with it the answer to a request that spends money. Asking takes it into use.
 */
export const canReadAnswers = (): boolean => readXmlAnswer('<answer>&amp;</answer>') !== null;

/**
 * Reads the body of an answer, whatever its content type says: the provider has served JSON as
 * text/html, and its samples decode HTML entities before they parse. Never throws; a page of a
 * proxy, half an answer, or a bare word is no answer.
 *
 * @returns null where it cannot be read
 */
export function readAnswer(body: string): AnswerData | null {
	const text = body.replace(/^[\s\uFEFF]+/, '');
	if (text.startsWith('<')) return readXmlAnswer(text);
	if (!/^[[{]/.test(text)) return null;
	const answer = readJson(text);
	if (answer !== null || !/^[[{]\s*&quot;/.test(text)) return answer;
	return readJson(decodeHTML(text));
}
