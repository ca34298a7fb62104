import { read, refuse, type Result } from '../problem';
import type { Api } from '../vocabulary/campaign-answer';
import type { OptionReader } from './option-rows';

/** Extra tags of `smsData`, or fields of the REST body, that the user adds by hand: plain JSON. */
export type ExtraFields = Readonly<Record<string, unknown>>;

/**
 * Fields that the node fills itself: they say who gets which text, and whether it is sent at all.
 * All others may be set by hand.
 */
const RESERVED = {
	v9: ['MESSAGE', 'DYNAMIC', 'SMS', 'simulate'],
	rest: ['to', 'text', 'simulate'],
} as const;

/** Fields that the other API alone has, whatever is asked of it. */
const FOREIGN = {
	v9: ['to', 'text'],
	rest: ['MESSAGE', 'DYNAMIC', 'SMS'],
} as const;

function reservedField(fields: ExtraFields, api: Api): string | null {
	const reserved = RESERVED[api].map((name) => name.toLowerCase());
	return Object.keys(fields).find((name) => reserved.includes(name.trim().toLowerCase())) ?? null;
}

/** What JSON makes of the value; undefined for what is no JSON. */
function asJson(raw: unknown): unknown {
	try {
		return JSON.parse(typeof raw === 'string' ? raw : JSON.stringify(raw));
	} catch {
		return undefined;
	}
}

function readObject(raw: unknown, name: string): Result<ExtraFields> {
	if (raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')) {
		return read({});
	}
	const parsed = asJson(raw);
	if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
		return read({ ...parsed });
	}
	return refuse(
		name,
		parsed === undefined ? 'is not valid JSON' : 'is not a JSON object',
		'Enter a JSON object, for example {"TAG": "value"}, or leave the field empty.',
	);
}

/**
 * A reader of the fields that the user adds for one API. Fields of the other are refused: they would
 * be dropped without a word, an SMS for tomorrow would leave today, and what was to be counted would
 * be sent.
 *
 * @param foreign the settings of the other API, with their names in this one or null
 */
export function extraFieldsReader(
	api: Api,
	foreign: ReadonlyMap<string, string | null>,
): OptionReader<ExtraFields> {
	const names = new Map([
		...foreign,
		...FOREIGN[api].map((name) => [name as string, null] as const),
	]);
	const [here, there] = api === 'rest' ? ['REST', 'HTTP v9.0'] : ['HTTP v9.0', 'REST'];
	return (raw, name) => {
		const fields = readObject(raw, name);
		if (!fields.ok) return fields;
		const reserved = reservedField(fields.value, api);
		if (reserved !== null) {
			return refuse(
				name,
				`has ${reserved}, which the node fills itself`,
				"Remove it: the numbers belong in 'To', the text in 'Message', and 'Estimate Cost' is an operation of its own.",
			);
		}
		const wrong = Object.keys(fields.value).find((each) => names.has(each.trim()));
		if (wrong === undefined) return fields;
		const instead = names.get(wrong.trim()) ?? null;
		return refuse(
			name,
			`has ${wrong}, which belongs to the ${there} API; the ${here} API would send without it`,
			instead === null
				? "Remove it, or choose the other 'Request API'."
				: `Write ${instead} instead, or choose the other 'Request API'.`,
		);
	};
}
