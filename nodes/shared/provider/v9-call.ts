import type { ProviderCall } from './provider-request';

/** A call of the HTTP API v9.0; fields without a value are left out. */
export function v9Call(
	endpoint: string,
	fields: Readonly<Record<string, string | null>> = {},
): ProviderCall {
	const set = Object.entries(fields).flatMap(([name, value]) =>
		value === null ? [] : [[name, value] as const],
	);
	return { api: 'v9', endpoint, fields: Object.fromEntries(set) };
}
