import { OUTCOME_STATUSES } from '../../shared/sending/outcome';
import { choice, number, record, sometimes, text, type RowSpec } from './row-spec';

/** What the provider said itself. */
export const rawKey = {
	raw: sometimes("with the option 'Raw'", record('What AllMySMS answered, as it came')),
} satisfies RowSpec;

/** What every item of one recipient says, whatever was sent. */
export const recipientKeys = {
	to: text('The number E.164, or the text as given where it is no number'),
	status: choice(OUTCOME_STATUSES, 'What became of it'),
	statusCode: number.orNull('The code of AllMySMS'),
	statusText: text('What happened and, where it went wrong, what to do next'),
	smsId: text.orNull('ID under which AllMySMS knows it'),
	campaignId: text.orNull('ID of the campaign that it belongs to'),
	campaignName: text.orNull('Name of that campaign'),
	scheduledFor: text.orNull('When it leaves, ISO 8601 with offset; null where it left at once'),
} satisfies RowSpec;
