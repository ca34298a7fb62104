import { canonicalStart, readDialled, splitRecipients } from '../numbers/dialling';
import { readTypedNumber } from '../numbers/typed-number';
import { read, readAll, refuse, type Problem, type Result } from '../problem';
import { counted } from '../values';

/** Whom a node may text, whoever asks for it: numbers in E.164, and what numbers begin with. */
export type AllowedRecipients = readonly string[];

function readEntry(given: string, defaultCountry: string): string | null {
	const dialled = readDialled(given.replace(/\s*\*+$/, ''));
	if (!dialled.ok) return null;
	const number = readTypedNumber(dialled.value, defaultCountry);
	if (number.ok) return number.value;
	return /^\+[1-9]\d*$/.test(dialled.value) ? canonicalStart(dialled.value) : null;
}

/**
 * Reads the numbers and prefixes that a node may text.
 *
 * @param parameter its name as the user sees it
 */
export function readAllowedRecipients(
	raw: unknown,
	parameter: string,
	defaultCountry: string,
): Result<AllowedRecipients> {
	const allowed: string[] = [];
	for (const member of splitRecipients(raw)) {
		const entry = readEntry(String(member), defaultCountry);
		if (entry === null) {
			return refuse(
				parameter,
				`has "${String(member).slice(0, 40)}", which is neither a number nor the beginning of numbers`,
				'Write numbers, or what they begin with and its plus, such as +336.',
			);
		}
		allowed.push(entry);
	}
	return read(allowed);
}

/** Whether a number may be texted. */
export const isAllowedRecipient = (to: string, allowed: AllowedRecipients): boolean =>
	allowed.some((entry) => to.startsWith(entry));

/** How many of the entries are told to whoever asked for another number. */
const NAMED = 5;

/** Why a number may not be texted: one sentence that an AI agent can act upon. */
export function notAllowed(to: string, allowed: AllowedRecipients): Problem {
	const named = allowed.slice(0, NAMED).join(', ');
	const more = allowed.length > NAMED ? ` and ${allowed.length - NAMED} more` : '';
	return {
		what: `${to} is not among the numbers that this node may text`,
		remedy: `'Allowed Recipients' has only ${named}${more}.`,
		kind: 'the number is not among those that this node may text',
	};
}

/** What becomes of advertising that would leave in quiet hours. */
export const QUIET_HOURS = ['postpone', 'reject', 'ignore'] as const;

/** What a node keeps to, whatever its items ask for. */
export interface SendingRules {
	/** Whom it may text; null for everybody. */
	readonly allowed: AllowedRecipients | null;
	/** SMS of a run, counted in segments; 0 for no limit. */
	readonly maximumSms: number;
	/** Null where what is sent is no advertising. */
	readonly quietHours: (typeof QUIET_HOURS)[number] | null;
	/** Who gets the SMS in place of the recipients, E.164; null where it is no test. */
	readonly testRecipient: string | null;
	/** The time zone that the provider reads dates in. */
	readonly providerTimezone: string;
}

/** The options that make the rules, as far as they are read by themselves. */
export interface RuleOptions {
	readonly allowedRecipients: unknown;
	readonly defaultCountry: string;
	readonly marketing: boolean;
	readonly maximumSms: number;
	readonly providerTimezone: string;
	readonly quietHours: (typeof QUIET_HOURS)[number];
	readonly testRecipient: unknown;
}

/** Rules that an expression which gives nothing must not switch off, by the names that the user sees. */
const NEVER_EMPTY = {
	allowedRecipients: 'Allowed Recipients',
	marketing: 'Marketing',
	maximumSms: 'Maximum SMS',
	testRecipient: 'Test Recipient',
} as const;

/** Also `, ` and `[null]`, which are what is left of two lost fields. */
const isNothing = (raw: unknown): boolean => splitRecipients(raw).length === 0;

/** Whether each rule that was added says something. */
export function checkRules(raw: Readonly<Record<string, unknown>>): Result<null> {
	for (const [key, name] of Object.entries(NEVER_EMPTY)) {
		if (Object.hasOwn(raw, key) && isNothing(raw[key])) {
			return refuse(
				name,
				'is empty, and nothing leaves without the rule that it stands for',
				'Fill it in, or remove the option; an expression may have given nothing.',
			);
		}
	}
	return read(null);
}

function readTestRecipient(raw: unknown, country: string): Result<string | null> {
	if (isNothing(raw)) return read(null);
	const number = readTypedNumber(raw, country);
	if (number.ok) return read(number.value);
	return refuse(
		NEVER_EMPTY.testRecipient,
		`cannot be used: ${number.problem.what}`,
		`${number.problem.remedy} Only one number can be given.`,
	);
}

/** Makes the rules of a node from its options. */
export function readRules(options: RuleOptions): Result<SendingRules> {
	const { defaultCountry, marketing, maximumSms, providerTimezone } = options;
	const given = readAll({
		allowed: readAllowedRecipients(
			options.allowedRecipients,
			NEVER_EMPTY.allowedRecipients,
			defaultCountry,
		),
		testRecipient: readTestRecipient(options.testRecipient, defaultCountry),
	});
	if (!given.ok) return given;
	const { testRecipient } = given.value;
	const allowed = given.value.allowed.length > 0 ? given.value.allowed : null;
	if (testRecipient !== null && allowed !== null && !isAllowedRecipient(testRecipient, allowed)) {
		return refuse(
			NEVER_EMPTY.testRecipient,
			`is ${testRecipient}, which is not among the 'Allowed Recipients'`,
			"Add the number to 'Allowed Recipients', or test with another one.",
		);
	}
	const quietHours = marketing ? options.quietHours : null;
	return read({ allowed, maximumSms, quietHours, testRecipient, providerTimezone });
}

/** A text that is about to leave. */
export interface CountedText {
	readonly to: string;
	readonly text: string;
	/** SMS that it takes, as they are charged. */
	readonly segments: number;
}

/** How many of the largest texts are told, and how much of each. */
const LARGEST = 3;
const SHOWN = 40;

function largest(texts: readonly CountedText[]): string {
	const longest = new Map<string, CountedText>();
	for (const each of [...texts].sort((a, b) => b.segments - a.segments)) {
		if (longest.size === LARGEST) break;
		if (!longest.has(each.text)) longest.set(each.text, each);
	}
	return [...longest.values()]
		.map(({ to, text, segments }) => {
			const start = text.replace(/\s+/g, ' ').trim();
			const shown = start.length > SHOWN ? `${start.slice(0, SHOWN)}…` : start;
			return `${segments} for "${shown}" to ${to}`;
		})
		.join(', ');
}

/**
 * What is wrong with a run that would send more SMS than the user allows: nothing of it may leave.
 *
 * @param limit SMS, counted in segments; 0 for no limit
 * @param before segments that the execution has sent already, where an AI agent calls the node
 *   several times
 * @returns null where the run stays within the limit
 */
export function overCeiling(
	texts: readonly CountedText[],
	limit: number,
	before: number,
): Problem | null {
	const segments = texts.reduce((sum, each) => sum + each.segments, 0);
	if (limit === 0 || before + segments <= limit) return null;
	const told = before === 0 ? '' : ` after ${before.toLocaleString('en-US')} SMS sent already`;
	return {
		what: `'Maximum SMS' is ${limit.toLocaleString('en-US')}, but this run would send ${segments.toLocaleString('en-US')} SMS to ${counted(texts.length, 'recipient')}${told}`,
		remedy: `Send to fewer people, shorten the text, or raise 'Maximum SMS'. The largest texts: ${largest(texts)}.`,
	};
}
