const named = (value: object): string =>
	(Object.getPrototypeOf(value) as object | null)?.constructor.name ?? 'null';

const zoneOf = (value: object): string => String(Reflect.get(value, 'zoneName'));

/**
 * A value in words, so that two of them can be compared however they came about. n8n writes the
 * moments inside of parameters as texts.
 */
export function inWords(value: unknown, depth = 0): unknown {
	if (depth > 12) return '(deep)';
	if (typeof value === 'string') return value;
	if (typeof value !== 'object' || value === null) {
		return `(${typeof value}) ${Object.is(value, -0) ? '-0' : String(value)}`;
	}
	if ('isLuxonDateTime' in value) {
		return depth === 0 ? `(DateTime) ${String(value)} ${zoneOf(value)}` : String(value);
	}
	if (named(value) === 'Date') return `(Date) ${Number(value)}`;
	if (Array.isArray(value)) {
		return Array.from(value, (each, index) =>
			index in value ? inWords(each, depth + 1) : '(hole)',
		);
	}
	const fields = Object.entries(value).map(([name, each]) => [name, inWords(each, depth + 1)]);
	return { '(of)': named(value), fields };
}
