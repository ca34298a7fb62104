/** Input of the control API that cannot be used; its message says what is expected. */
export class BadInput extends Error {
	override readonly name = 'BadInput';
}

/** Fields of a JSON object whose types are not known yet. */
export type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param what names the input, for instance `The body` */
export function fieldsOf(value: unknown, what: string): Fields {
	if (isFields(value)) return value;
	throw new BadInput(`${what} must be a JSON object`);
}

/** Reads a JSON body. */
export function jsonOf(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8').replace(/^\ufeff/, ''));
	} catch (error) {
		if (error instanceof SyntaxError) throw new BadInput('The body must be JSON');
		throw error;
	}
}

/** A text; `null` is an empty one. */
export function textField(fields: Fields, name: string): string {
	const value = fields[name];
	if (value === null || value === undefined) return '';
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	throw new BadInput(`"${name}" must be a text`);
}

/** What a number may be. */
export interface Bounds {
	readonly from: number;
	readonly to: number;
	/** Where it is missing. */
	readonly fallback: number;
	/** Whether it may have decimals. */
	readonly decimals?: true;
}

/** A number within bounds, also one that was written as text. */
export function numberField(fields: Fields, name: string, bounds: Bounds): number {
	const { from, to, fallback, decimals } = bounds;
	const value = fields[name];
	if (value === null || value === undefined || value === '') return fallback;
	const number = typeof value === 'string' ? Number(value) : value;
	const isNumber = typeof number === 'number' && (decimals || Number.isInteger(number));
	if (isNumber && number >= from && number <= to) return number;
	const kind = decimals ? 'a number' : 'a whole number';
	throw new BadInput(`"${name}" must be ${kind} from ${from} to ${to}`);
}

/** One of a few words, in any case, or the fallback where it is missing. */
export function choiceField<Choice extends string | number>(
	fields: Fields,
	name: string,
	choices: readonly Choice[],
	fallback: Choice,
): Choice {
	const value = fields[name];
	if (value === null || value === undefined || value === '') return fallback;
	const found = choices.find(
		(choice) => String(choice).toLowerCase() === String(value).toLowerCase(),
	);
	if (found !== undefined) return found;
	throw new BadInput(`"${name}" must be one of: ${choices.join(', ')}`);
}

/** Yes or no, or the fallback where it is missing. */
export function flagField(fields: Fields, name: string, fallback: boolean): boolean {
	const value = fields[name];
	if (value === null || value === undefined) return fallback;
	if (typeof value === 'boolean') return value;
	throw new BadInput(`"${name}" must be true or false`);
}

/** Names that the input may have; a misspelt one must not pass unnoticed. */
export function onlyKnown(fields: Fields, names: readonly string[]): void {
	const unknown = Object.keys(fields).filter((name) => !names.includes(name));
	if (unknown.length > 0) {
		throw new BadInput(`Unknown: ${unknown.join(', ')}. Known: ${names.join(', ')}`);
	}
}
