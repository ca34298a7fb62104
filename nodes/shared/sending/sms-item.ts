import type { Outcome } from './outcome';
import type { RecipientLine } from './planned-sms';
import { measureText, type Encoding } from '../text/encoding';
import { recipientRow, type RecipientRow } from './recipient-row';

/** The output item of one recipient (contract of `sms` › `send`). */
export type SmsItem = RecipientRow & {
	encoding: Encoding;
	segments: number;
	creditsLeft: number | null;
	balance: number | null;
	/** Price of the whole request in euro; REST only. */
	cost?: number | null;
};

/** Writes what became of one recipient as an output item; no key is ever missing. */
export function smsItem(line: RecipientLine, outcome: Outcome): SmsItem {
	const { encoding, segments } = measureText(line.text);
	return {
		...recipientRow(line, outcome),
		encoding,
		segments,
		creditsLeft: outcome.creditsLeft,
		balance: outcome.balance,
		...(line.draft.request.api === 'rest' ? { cost: outcome.cost } : {}),
	};
}
