import type { ParameterValues } from '../text/markers.mts';
import { textOf, treesOf, wordOf, type TagTree } from './tag-tree.mts';

/** A recipient as the payload has it. */
export interface PayloadRecipient {
	/** As given; null without a number. */
	readonly mobilePhone: string | null;
	readonly values: ParameterValues;
}

/** What every send asks for, whichever way it came. */
export interface SendOrder {
	readonly message: string;
	/** Empty: the short number. */
	readonly sender: string;
	/** As given; empty means now. */
	readonly date: string;
	readonly campaignName: string;
	readonly clientMessageId: string | null;
	/** What tells a repeated request; null without one. */
	readonly uniqueIdentifier: string | null;
	readonly flash: boolean;
	readonly trackLinks: boolean;
	readonly recipients: readonly PayloadRecipient[];
}

/** `PARAM_1`, `PARAM_2`, … of a recipient. */
function valuesOf(sms: TagTree): ParameterValues {
	const values = new Map<number, string>();
	for (const [tag, [first]] of sms) {
		const [, digits] = /^PARAM_([1-9]\d{0,3})$/.exec(tag) ?? [];
		if (digits !== undefined && typeof first === 'string') values.set(Number(digits), first);
	}
	return values;
}

const NO_VALUES: ParameterValues = new Map();

/** A flag of the provider: 1 is yes. */
export const isYes = (word: string | null): boolean => /^(?:1|true|yes|oui)$/i.test(word ?? '');

/**
 * What `smsData` asks for. `DYNAMIC` 0 says that the text has no parameters; without `DYNAMIC`
 * the values that are there count.
 */
export function readSmsData(data: TagTree): SendOrder {
	const dynamic = wordOf(data, 'DYNAMIC');
	const isFixed = dynamic !== null && Number(dynamic) === 0;
	return {
		message: textOf(data, 'MESSAGE') ?? '',
		sender: wordOf(data, 'TPOA') ?? '',
		date: wordOf(data, 'DATE') ?? '',
		campaignName: wordOf(data, 'CAMPAIGN_NAME') ?? '',
		clientMessageId: wordOf(data, 'CLIMSGID'),
		uniqueIdentifier: wordOf(data, 'UNIQUEIDENTIFIER'),
		flash: isYes(wordOf(data, 'FLASH')),
		trackLinks: isYes(wordOf(data, 'TRACKING')),
		recipients: treesOf(data, 'SMS').map((sms) => ({
			mobilePhone: wordOf(sms, 'MOBILEPHONE'),
			values: isFixed ? NO_VALUES : valuesOf(sms),
		})),
	};
}
