import type { OptionReader } from './option-readers';

/** What carries a setting to the provider (docs/provider.md, Payload of a send, Fields of a REST send). */
export interface Wire {
	/** The tag of `smsData`. */
	readonly v9: string;
	/** What the tag holds where a switch is off; without it the tag stays away then. */
	readonly off?: '0';
	/** The field of REST, or null where it has none: it would drop the setting and say "sent". */
	readonly rest: string | null;
}

/** Whom an option is for, besides SMS by the HTTP API. */
interface Reach {
	/** Voice messages have it too. */
	readonly voice?: true;
	/** What REST has no way for, and what to choose instead. */
	readonly notRest?: { readonly value: string; readonly instead: string };
}

/** An option that the node carries out itself. */
export const own = <T>(name: string, reader: OptionReader<T>, reach: Reach = {}) => ({
	name,
	read: reader,
	wire: null,
	...reach,
});

/** An option that the provider is told of. */
export const told = <T extends string | boolean | null>(
	name: string,
	reader: OptionReader<T>,
	wire: Wire,
	reach: Reach = {},
) => ({ name, read: reader, wire, ...reach });
