/** Reads what would fill n8n's isolate at once: a program of its own, on Node 24. */
import { answerWith, givenOrder } from '../../../harness/child-program.mts';
import type { Line } from '../../../harness/lines.mts';
import { openReader } from './readers.mts';

/** Texts from items. */
export interface LargeOrder {
	readonly line: Line;
	readonly items: number;
	/** Characters of a field of each item. */
	readonly field: number;
	/** What is read of them. */
	readonly parameter: string;
}

/** What came of it. */
export interface Large {
	readonly evaluations: number;
	/** How many texts of which length were read. */
	readonly lengths: Readonly<Record<string, number>>;
	readonly last: string;
}

const { line, items, field, parameter } = givenOrder() as LargeOrder;
const reader = await openReader(line, 'vm');
const all = Array.from({ length: items }, (_, index) => ({
	a: String(index).padEnd(field, 'x'),
}));
const [reading = []] = await reader.read([{ parameters: [parameter], items: all }], 'pack');
const texts = reading.map(([text]) => (typeof text === 'string' ? text : JSON.stringify(text)));
const lengths: Record<string, number> = {};
for (const { length } of texts) lengths[length] = (lengths[length] ?? 0) + 1;
const large: Large = {
	evaluations: reader.evaluations(),
	lengths,
	last: texts.at(-1)?.slice(0, 10) ?? '',
};
answerWith(large);
