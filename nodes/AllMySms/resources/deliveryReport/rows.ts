import { RECEIPT_STATUSES } from '../../../shared/vocabulary/receipts';
import { choice, flag, number, rawKey, type RowSpec, text } from '../row-spec';

/** With the same keys as from the trigger. */
export const deliveryReport = {
	event: choice(['deliveryReport'], 'Always the same'),
	smsId: text.orNull('ID of the SMS'),
	campaignId: text.orNull('ID of the campaign'),
	phoneNumber: text.orNull('Number of the phone, E.164'),
	status: choice(RECEIPT_STATUSES, 'What became of the SMS'),
	statusCode: number.orNull('The code of AllMySMS'),
	statusText: text.orNull('What AllMySMS says of it'),
	final: flag('Whether no other report follows for this SMS'),
	receivedAt: text.orNull('When the report came in, ISO 8601 with offset'),
	...rawKey,
} satisfies RowSpec;
