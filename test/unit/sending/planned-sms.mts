import type { PlannedSms, RecipientLine } from '../../../nodes/shared/sending/planned-sms.ts';

/** Nothing set. */
export const settings = {
	sender: null,
	date: null,
	campaignName: null,
	flash: false,
	emailNotification: false,
	trackLinks: false,
	clientMessageId: null,
	masterAccount: null,
	uniqueIdentifier: null,
	extraFields: {},
};
/** How the SMS leaves unless something is set. */
export const request = {
	api: 'v9',
	payloadFormat: 'json',
	batchSize: 1000,
	timeoutMs: 30_000,
} as const;

/** A plain SMS as the first stage of the road gives it. */
export const plannedSms = (to: string, change: Partial<PlannedSms> = {}): PlannedSms => ({
	to,
	text: 'Hello',
	message: 'Hello',
	values: [],
	settings,
	request,
	uniqueKey: null,
	...change,
});

/** A line that is to be sent. */
export function lineFor(sms: PlannedSms, itemIndex: number): RecipientLine {
	return {
		itemIndex,
		to: sms.to,
		text: sms.text,
		draft: sms,
		scheduledFor: null,
		lost: [],
		plan: { kind: 'send', sms },
	};
}

/** A line whose text is no phone number. */
export function badLine(given: string, itemIndex: number, draft = plannedSms('')): RecipientLine {
	return {
		itemIndex,
		to: given,
		text: draft.text,
		draft,
		scheduledFor: null,
		lost: [],
		plan: {
			kind: 'reject',
			problem: { what: `"${given}" is not a phone number`, remedy: 'Correct the number.' },
		},
	};
}
