import type { Fields } from './fields';

const SECRET = /^(?:api_?key|pass(?:word|code)?)$/i;

/** A row of the provider as it came, but for keys and passwords, which it repeats in some answers. */
export const withoutSecrets = (fields: Fields): Record<string, unknown> =>
	Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET.test(name)));
