import { flag, rawKey, type RowSpec, text } from '../row-spec';

const since = text.orNull('When the number was put on the blacklist, ISO 8601 with offset');
const reason = text.orNull('What AllMySMS says of it, such as "stop" or "Refused"');

export const entry = {
	phoneNumber: text.orNull('The number, E.164'),
	since,
	reason,
	...rawKey,
} satisfies RowSpec;

export const check = {
	phoneNumber: text('The number, E.164'),
	blacklisted: flag('Whether the number wants no more SMS'),
	since,
	reason,
	...rawKey,
} satisfies RowSpec;
