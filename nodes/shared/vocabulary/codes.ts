import type { Problem } from '../problem';
import type { Fields } from '../values';
import { firstNumber, firstText, providerWords } from './fields';
import { ANSWER, type Api } from './spellings';

/**
 * The codes that decide something here, by what they mean; what all of them mean to users stands
 * in the status table (docs/provider.md, Status codes).
 */
export const CODES = {
	sent: 100,
	scheduled: 101,
	/** The login or the key is not right. */
	notLoggedIn: 102,
	/** Its words tell how many credits are needed and how many there are. */
	tooLittleCredit: 104,
	/** The campaign was taken all the same, where the answer names it. */
	someNumbersInvalid: 113,
	/** The request was transmitted before: a refusal that means the contrary of "not sent". */
	alreadyTransmitted: 121,
	/** REST: the body is no JSON. */
	notJson: 1005,
} as const;

/** What a status code of the provider means for the user. */
export interface StatusMeaning {
	readonly problem: Problem;
	/** Every other request of the run would get the same answer. */
	readonly halts: boolean;
}

const meaning = (what: string, remedy: string, halts = false): StatusMeaning => ({
	problem: { what, remedy },
	halts,
});

const INCOMPLETE =
	"Look at the fields under 'Request Fields', and try the other 'Request Format'. If it stays, report it with this code.";

/** The provider's table "Tableau des statuts SMS après envoi" and 121, and what to do about each. */
const MEANINGS: ReadonlyMap<number, StatusMeaning> = new Map([
	[CODES.sent, meaning('The SMS was sent', 'Nothing needs to be done.')],
	[CODES.scheduled, meaning('The SMS is scheduled', 'Nothing needs to be done before its date.')],
	[
		CODES.notLoggedIn,
		meaning(
			'AllMySMS does not know this login with this API key',
			'Compare both in the AllMySMS credential with the client area, menu "API Key and Settings": the API key is not the password.',
			true,
		),
	],
	[
		103,
		meaning(
			'The account has no SMS credit left',
			'Top up the account in the AllMySMS client area, then run the node again.',
			true,
		),
	],
	[
		CODES.tooLittleCredit,
		meaning(
			'The account has too little credit for this request',
			'Top up the account in the AllMySMS client area, or text fewer recipients.',
		),
	],
	[105, meaning('AllMySMS received no data', 'Check the Base URL and any gateway on the way.')],
	[106, meaning('AllMySMS found the data invalid or incomplete', INCOMPLETE)],
	[107, meaning('AllMySMS found the data invalid or incomplete', INCOMPLETE)],
	[
		108,
		meaning(
			'The client code in the data does not fit the login',
			"Remove the field CLIENT from 'Request Fields': the login of the credential replaces it.",
		),
	],
	[109, meaning('AllMySMS found the data invalid or incomplete', INCOMPLETE)],
	[110, meaning('The text is empty', "Enter the text of the SMS in 'Message'.")],
	[
		111,
		meaning(
			'The text is too long',
			"Shorten 'Message': AllMySMS names 640 characters as the most.",
		),
	],
	[112, meaning('AllMySMS found the data invalid or incomplete', INCOMPLETE)],
	[
		CODES.someNumbersInvalid,
		meaning(
			'Some numbers are invalid or not supported',
			"Correct or remove the numbers that are listed as invalid. Blacklisted ones, as after a STOP, are among them: 'Blacklist › Check' tells the two apart.",
		),
	],
	[
		114,
		meaning(
			'There is no number that AllMySMS can text',
			'Check the numbers, their country code, and the blacklist of the account.',
		),
	],
	[
		115,
		meaning(
			'AllMySMS cannot read the date',
			"Check 'Send At', and the fields under 'Request Fields'.",
		),
	],
	[
		116,
		meaning(
			'AllMySMS refused the request (code 116, which it does not document)',
			'Compare the settings of the node with the AllMySMS client area, or ask its support about code 116.',
		),
	],
	[
		117,
		meaning('A link is longer than 80 characters', 'Shorten the link, then run the node again.'),
	],
	[
		118,
		meaning(
			'The master account does not exist',
			"Check the login under 'Master Account', or remove the option.",
		),
	],
	[
		CODES.alreadyTransmitted,
		meaning(
			'AllMySMS says that it accepted this request before',
			'Look in the AllMySMS client area before you do it again.',
		),
	],
]);

/** The codes whose meaning is known, in order. */
export const statusCodes: readonly number[] = [...MEANINGS.keys()];

/**
 * What a code means and what to do. A code that is in no table keeps the provider's own words.
 *
 * @param words the provider's text, with entities decoded
 */
export function statusMeaning(code: number | null, words: string | null): StatusMeaning {
	const known = code === null ? undefined : MEANINGS.get(code);
	if (known) {
		if (code !== CODES.tooLittleCredit || words === null) return known;
		const { what, remedy } = known.problem;
		return meaning(`${what} (${words})`, remedy, known.halts);
	}
	if (code === CODES.notJson) {
		return meaning(
			'AllMySMS could not read the request as JSON',
			'Check any gateway on the way: something changed the request.',
		);
	}
	return meaning(
		words ??
			(code === null ? 'AllMySMS refused the request' : `AllMySMS answered with code ${code}`),
		code === null
			? 'Compare the settings of the node with the AllMySMS client area.'
			: `Look up code ${code} in the AllMySMS documentation, or ask its support.`,
	);
}

/** What an answer to a send or a simulation says of the whole request. */
export type Verdict =
	| { readonly kind: 'accepted'; readonly code: number | null; readonly words: string | null }
	| {
			readonly kind: 'refused';
			readonly statusCode: number | null;
			readonly problem: Problem;
			/** Every other request of the run would get the same answer. */
			readonly halts: boolean;
	  }
	| { readonly kind: 'unreadable'; readonly reason: string };

/** The code of an answer; v9.0 calls it `status`, REST `code`. */
function codeOf(fields: Fields, api: Api): number | null {
	const code = firstNumber(fields, api === 'v9' ? ANSWER.status : ANSWER.code);
	return code !== null && Number.isInteger(code) ? code : null;
}

/** 0 and 102 to 199 are refusals in v9.0, from 1000 on in REST; of others nothing is known. */
const isRefusal = (code: number): boolean =>
	code === 0 || (code > CODES.scheduled && code < 200) || code >= 1000;

function refused(code: number | null, words: string | null, httpStatus: number): Verdict {
	if (httpStatus === 401 || httpStatus === 403) {
		return {
			kind: 'refused',
			statusCode: code ?? httpStatus,
			...statusMeaning(CODES.notLoggedIn, null),
		};
	}
	return { kind: 'refused', statusCode: code, ...statusMeaning(code, words) };
}

/**
 * Whether the provider took a request.
 *
 * @param taken the answer names SMS or a campaign, or what they cost
 */
export function readVerdict(fields: Fields, httpStatus: number, api: Api, taken: boolean): Verdict {
	const code = codeOf(fields, api);
	const words = providerWords(fields);
	if (code === CODES.sent || code === CODES.scheduled) return { kind: 'accepted', code, words };
	if (code === CODES.someNumbersInvalid && taken) return { kind: 'accepted', code, words };
	if (httpStatus >= 400) return refused(code, words, httpStatus);
	if (code === null) {
		if (taken) return { kind: 'accepted', code, words };
		const status = firstText(fields, ANSWER.status);
		return {
			kind: 'unreadable',
			reason: status
				? `AllMySMS answered with the status "${status.slice(0, 100)}"`
				: 'the answer of AllMySMS has no status',
		};
	}
	if (isRefusal(code)) return refused(code, words, httpStatus);
	return {
		kind: 'unreadable',
		reason: `AllMySMS answered with code ${code}, whose meaning is not known${words ? `: ${words}` : ''}`,
	};
}
