import { choice, rawKey, type RowSpec, text } from '../row-spec';

/** With the same keys as from the trigger. */
export const reply = {
	event: choice(['reply', 'stop'], 'Whether the text asks for no more SMS'),
	replyId: text.orNull('ID of the reply'),
	smsId: text.orNull('ID of the SMS that was replied to'),
	campaignId: text.orNull('ID of the campaign that was replied to'),
	phoneNumber: text.orNull('Number of the phone, E.164'),
	message: text.orNull('The text, without the blanks around it'),
	receivedAt: text.orNull('When the reply came in, ISO 8601 with offset'),
	...rawKey,
} satisfies RowSpec;
