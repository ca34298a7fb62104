import {
	choice,
	number,
	recipientKeys,
	record,
	type RowSpec,
	sometimes,
	text,
	texts,
} from '../resource';

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
	invalidNumbers: texts('Numbers that AllMySMS would refuse, and text that is no number'),
	campaignName: text.orNull('Name of the campaign'),
	sender: text.orNull('Sender that phones would show'),
	message: text('The text, with markers where recipients differ'),
} satisfies RowSpec;

export const answered = {
	data: record(
		'The answer: `{ approved }`, `{ choice }` or `{ text }`, each with `respondedAt` and, where it is known, `to`; `{ expired: true }` where nobody answered in time',
	),
} satisfies RowSpec;
