import { z } from 'zod/v4';

/** Input of the control API that cannot be used; its message says what is expected. */
export class BadInput extends Error {
	override readonly name = 'BadInput';
}

/** A JSON object with these fields and no others: a misspelt one must not pass unnoticed. */
export const fields = <Shape extends z.ZodRawShape>(shape: Shape) =>
	z.strictObject(shape, {
		error: (issue) =>
			issue.code === 'unrecognized_keys'
				? `Unknown: ${issue.keys.join(', ')}. Known: ${Object.keys(shape).join(', ')}`
				: 'must be a JSON object',
	});

/** A text. */
export const text = z.string({ error: 'must be a text' });

/** Yes or no. */
export const flag = z.boolean({ error: 'must be true or false' });

/** A whole number within bounds. */
export const whole = (from: number, to: number) => {
	const error = `must be a whole number from ${from} to ${to}`;
	return z.int({ error }).min(from, { error }).max(to, { error });
};

/** A number within bounds, also with decimals. */
export const decimal = (from: number, to: number) => {
	const error = `must be a number from ${from} to ${to}`;
	return z.number({ error }).min(from, { error }).max(to, { error });
};

/** One of a few words or codes; words in any case. */
export const choice = <const Choice extends string | number>(choices: readonly Choice[]) => {
	const plain = (value: unknown): string => String(value).trim().toLowerCase();
	const meant = (given: unknown): Choice | undefined =>
		choices.find((each) => plain(each) === plain(given));
	const error = `must be one of: ${choices.join(', ')}`;
	return z
		.custom<Choice>((given) => meant(given) !== undefined, { error })
		.transform((given) => meant(given) ?? given);
};

/** Reads a JSON body. */
export function jsonOf(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString('utf8').replace(/^\ufeff/, ''));
	} catch (error) {
		if (error instanceof SyntaxError) throw new BadInput('The body must be JSON');
		throw error;
	}
}

function sentence({ code, path, message }: z.core.$ZodIssue, what: string): string {
	if (code === 'unrecognized_keys') return message;
	const field = path.findLast((step) => typeof step === 'string');
	return field === undefined ? `${what} ${message}` : `"${field}" ${message}`;
}

/**
 * Takes a value as a schema says.
 *
 * @param what names the value, for instance `A fault`
 * @throws {BadInput} which says everything that is expected
 */
export function checked<Schema extends z.ZodType>(
	schema: Schema,
	value: unknown,
	what: string,
): z.output<Schema> {
	const { success, data, error } = schema.safeParse(value);
	if (success) return data;
	const sentences = new Set(error.issues.map((issue) => sentence(issue, what)));
	throw new BadInput([...sentences].join('. '));
}

/** Takes a JSON body as a schema says. */
export const readBody = <Schema extends z.ZodType>(schema: Schema, body: Buffer) =>
	checked(schema, jsonOf(body), 'The body');
