import { campaignIdOf } from '../vocabulary/campaign-answer';
import { CODES } from '../vocabulary/codes';
import { firstNumber, providerWords, tellingFields, type Fields } from '../vocabulary/fields';
import type { AnswerData } from '../vocabulary/read-answer';
import { statusCodes } from '../vocabulary/status-table';
import type { CampaignSettings } from './recipient';

/** A refusal that says: this request was accepted before (docs/provider.md, Status codes). */
export interface AcceptedBefore {
	readonly statusCode: number;
	/** The provider's own words, or null. */
	readonly words: string | null;
	/** The campaign of the first time, where the answer names it. */
	readonly campaignId: string | null;
}

/** Nobody has published the provider's words: these are what programs say of a repetition. */
const SENT_BEFORE = /(?:already|d[ée]j[àa])(?: \S+)?? (?:sent|transmi|submitted|envoy|soumi)/i;

/** The same of an identifier, where the request had one. */
const USED_BEFORE =
	/(?:already|d[ée]j[àa])(?: \S+)?? (?:sent|transmi|submitted|used|exist|known|processed|received|accepted|taken|envoy|soumi|utilis|connu|trait|reçu|accepté|pris)|\bduplicat|\bdoublon/i;

const CONFLICT = 409;

/** Whether the request told the provider how to recognise it. */
const hasIdentifier = ({ uniqueIdentifier, extraFields }: CampaignSettings): boolean =>
	uniqueIdentifier !== null ||
	Object.keys(extraFields).some((name) => /^unique_?identifier$/i.test(name.trim()));

function codesOf(fields: Fields): number[] {
	return ['status', 'code'].flatMap((name) => firstNumber(fields, name) ?? []);
}

function saysSo(fields: Fields, settings: CampaignSettings, httpStatus: number): boolean {
	const codes = codesOf(fields);
	if (codes.includes(CODES.alreadyTransmitted)) return true;
	// Whatever its words, a code of the provider's table has a meaning of its own.
	if (codes.some((code) => statusCodes.includes(code))) return false;
	const isRefusal = httpStatus >= 400 ? httpStatus < 500 : codes.length > 0;
	if (!isRefusal || httpStatus === 408 || httpStatus === 429) return false;
	const words = providerWords(fields) ?? '';
	if (!hasIdentifier(settings)) return SENT_BEFORE.test(words);
	return httpStatus === CONFLICT || USED_BEFORE.test(words);
}

/** A refusal of the identifier that cannot be read: nobody may take it for "not sent". */
export const isDoubtfulConflict = (settings: CampaignSettings, httpStatus: number): boolean =>
	httpStatus === CONFLICT && hasIdentifier(settings);

/**
 * Whether an answer says that the provider accepted the same request before: code 121, whatever
 * the HTTP status, or the refusal of a `uniqueIdentifier` that it has seen. Such an SMS is not
 * unsent, and must not be sent again.
 */
export function readAcceptedBefore(
	data: AnswerData,
	settings: CampaignSettings,
	httpStatus: number,
): AcceptedBefore | null {
	const fields = tellingFields(data);
	if (!fields || !saysSo(fields, settings, httpStatus)) return null;
	const codes = codesOf(fields);
	return {
		statusCode: codes.includes(CODES.alreadyTransmitted)
			? CODES.alreadyTransmitted
			: (codes[0] ?? httpStatus),
		words: providerWords(fields),
		campaignId: campaignIdOf(fields),
	};
}
