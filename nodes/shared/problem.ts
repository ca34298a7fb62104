/** What went wrong, and what to do about it. */
export interface Problem {
	/** What happened, as a sentence without full stop. */
	readonly what: string;
	/** What to do next, as sentences; empty where that is not known. */
	readonly remedy: string;
	/**
	 * What happened without what belongs to this one alone, so that equal problems can be told
	 * together; `what` where it is left out.
	 */
	readonly kind?: string;
	/** Set where the provider, or the way to it, is at fault, and not the input. */
	readonly origin?: 'provider';
}

/** The name under which a problem is told together with its equals. */
export const kindOf = ({ kind, what }: Problem): string => kind ?? what;

/** What came of something: its value, or why there is none. */
export type Result<T, P extends Problem = Problem> =
	| { readonly ok: true; readonly value: T }
	| { readonly ok: false; readonly problem: P };

/** A {@link Result} that has its value. */
export const read = <T>(value: T): { readonly ok: true; readonly value: T } => ({
	ok: true,
	value,
});

/** A {@link Result} that has none. */
export const fail = <P extends Problem>(
	problem: P,
): { readonly ok: false; readonly problem: P } => ({ ok: false, problem });

/**
 * A {@link Result} for input that cannot be used, found before anything was sent.
 *
 * @param parameter the name that the user sees in the editor
 * @param reason what is wrong: "is empty", or a sentence that begins with what was given, in quotes
 * @param remedy what to do next, as a sentence
 * @param kind the reason without what belongs to this item alone, where that is not the same
 */
export const refuse = (parameter: string, reason: string, remedy: string, kind?: string) =>
	fail({
		what: `'${parameter}'${reason.startsWith('"') ? ':' : ''} ${reason}`,
		remedy,
		...(kind === undefined ? {} : { kind: `'${parameter}' ${kind}` }),
	});

/** The problem of a part of a parameter: `'Fields' has a value for CITY that is a list`. */
export const inPart = (parameter: string, part: string, problem: Problem): Problem => ({
	...problem,
	what: problem.what.replace(`'${parameter}'`, (name) => `${name} has ${part} that`),
});

type ValuesOf<T> = { [K in keyof T]: T[K] extends Result<infer V> ? V : never };

/** The values of all, or the problem of the first that has none. */
export function readAll<T extends Readonly<Record<string, Result<unknown>>>>(
	results: T,
): Result<ValuesOf<T>> {
	const values: Record<string, unknown> = {};
	for (const name of Object.keys(results)) {
		const result = results[name];
		if (result && !result.ok) return result;
		values[name] = result?.value;
	}
	return read(values as ValuesOf<T>);
}
