import type { CharacterCost, SimulatedSms } from '../../../shared/sending/simulation-details';
import {
	choice,
	number,
	recipientKeys,
	record,
	records,
	type RowSpec,
	sometimes,
	text,
	texts,
} from '../row-spec';

const balance = number.orNull('Money left on the account after the request, in euro');

export const sent = {
	...recipientKeys,
	encoding: choice(['GSM-7', 'UCS-2'], 'How the network carries the text'),
	segments: number('How many SMS the text of this recipient takes'),
	creditsLeft: number.orNull('Credits left on the account after the request'),
	balance,
	cost: sometimes(
		"with 'Request API' set to REST",
		number.orNull('Price of the whole request in euro'),
	),
} satisfies RowSpec;

export const simulated = {
	recipients: number('How many phones the campaign would text'),
	segments: number('SMS of all recipients together'),
	credits: number.orNull('Credits that the campaign would cost'),
	cost: number.orNull(
		"What the campaign would cost, by AllMySMS's own prices; null where it does not tell them",
	),
	currency: text.orNull('Currency of the cost, such as EUR'),
	invalidNumbers: texts('Numbers that AllMySMS would refuse, and text that is no number'),
	campaignName: text.orNull('Name of the campaign'),
	sender: text.orNull('Sender that phones would show'),
	message: text('The text as its first recipient would read it'),
	perRecipient: sometimes(
		"with 'Per Recipient'",
		records<SimulatedSms>(
			'For each recipient: `to`, `text`, `encoding`, `segments`, `cost`, and the `costlyCharacter` that makes it UCS-2 or null',
		),
	),
	costlyCharacters: sometimes(
		"with 'Per Recipient'",
		records<CharacterCost>(
			'For each character outside the SMS alphabet: `character`, `recipients` whose text has it, and what these texts take more than plain ones, `extraSegments` and `extraCost`',
		),
	),
} satisfies RowSpec;

export const answered = {
	data: record(
		'The answer: `{ approved }`, `{ choice }` or `{ text }`, each with `respondedAt` and, where it is known, `to`; `{ expired: true }` where nobody answered in time',
	),
} satisfies RowSpec;
