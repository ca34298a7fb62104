/** An object whose keys and types nobody vouches for: of an answer, a push, or an expression. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys. */
export const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of a value; none where it is no object. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** Whether an expression or a field gave nothing, or nothing but white space. */
export const isBlank = (value: unknown): boolean =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
