import {
	toldOptions,
	type RequestSettings,
	readOptions,
} from '../../../nodes/shared/sending/options.ts';
import { type Recipient, rejected } from '../../../nodes/shared/sending/recipient.ts';
import type { CampaignSettings, TextContent } from '../../../nodes/shared/sending/message.ts';

import type { SendingRules } from '../../../nodes/shared/sending/rules.ts';

const nothing = readOptions({});
if (!nothing.ok) throw new Error(nothing.problem.what);

/** Nothing set. */
export const settings = {
	...toldOptions(nothing.value),
	sender: null,
	date: null,
	campaignName: null,
	uniqueIdentifier: null,
	extraFields: {},
};
/** None is set. */
export const rules: SendingRules = {
	allowed: null,
	maximumSms: 0,
	quietHours: null,
	testRecipient: null,
	providerTimezone: 'Europe/Paris',
};
/** How the SMS leaves unless something is set. */
export const request = {
	api: 'v9',
	payloadFormat: 'json',
	batchSize: 1000,
	timeoutMs: 30_000,
} as const;

/** What a test may say of an SMS. */
export interface SmsChange extends Partial<Omit<TextContent, 'kind'>> {
	readonly settings?: CampaignSettings;
	readonly request?: RequestSettings;
}

/** The recipient of a plain SMS, as the first stage of the road gives it. */
export function smsTo(to: string, change: SmsChange = {}, itemIndex = 0): Recipient<TextContent> {
	const { settings: set = settings, request: how = request, text = 'Hello', ...content } = change;
	return {
		itemIndex,
		to,
		message: {
			content: { kind: 'text', text, template: text, values: [], lost: [], ...content },
			settings: set,
			request: how,
			uniqueKey: null,
			scheduledFor: null,
			rules,
		},
		known: null,
	};
}

/** A recipient whose text is no phone number. */
export const badNumber = (
	given: string,
	itemIndex: number,
	change: SmsChange = {},
): Recipient<TextContent> => ({
	...smsTo(given, change, itemIndex),
	known: rejected({ what: `"${given}" is not a phone number`, remedy: 'Correct the number.' }),
});
