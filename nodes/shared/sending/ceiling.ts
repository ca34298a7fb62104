import { counted } from '../values';
import type { Problem } from '../problem';

/** A text that is about to leave. */
export interface CountedText {
	readonly to: string;
	readonly text: string;
	/** SMS that it takes, as they are charged. */
	readonly segments: number;
}

/** How many of the largest texts are told, and how much of each. */
const NAMED = 3;
const SHOWN = 40;

const total = (texts: readonly CountedText[]): number =>
	texts.reduce((sum, { segments }) => sum + segments, 0);

function largest(texts: readonly CountedText[]): string {
	const longest = new Map<string, CountedText>();
	for (const each of [...texts].sort((a, b) => b.segments - a.segments)) {
		if (longest.size === NAMED) break;
		if (!longest.has(each.text)) longest.set(each.text, each);
	}
	return [...longest.values()]
		.map(({ to, text, segments }) => {
			const start = text.replace(/\s+/g, ' ').trim();
			const shown = start.length > SHOWN ? `${start.slice(0, SHOWN)}…` : start;
			return `${segments} for "${shown}" to ${to}`;
		})
		.join(', ');
}

/**
 * What is wrong with a run that would send more SMS than the user allows: nothing of it may leave.
 *
 * @param limit SMS, counted in segments; 0 for no limit
 * @param before segments that the execution has sent already, where an AI agent calls the node
 *   several times
 * @returns null where the run stays within the limit
 */
export function overCeiling(
	texts: readonly CountedText[],
	limit: number,
	before: number,
): Problem | null {
	const segments = total(texts);
	if (limit === 0 || before + segments <= limit) return null;
	const told = before === 0 ? '' : ` after ${before.toLocaleString('en-US')} SMS sent already`;
	return {
		what: `'Maximum SMS' is ${limit.toLocaleString('en-US')}, but this run would send ${segments.toLocaleString('en-US')} SMS to ${counted(texts.length, 'recipient')}${told}`,
		remedy: `Send to fewer people, shorten the text, or raise 'Maximum SMS'. The largest texts: ${largest(texts)}.`,
	};
}
