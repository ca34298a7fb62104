import type { Account } from '../accounts/account.mts';
import type { PushSettings } from '../pushes/push-queue.mts';
import type { ReceiptDelays } from '../receipts/receipt-schedule.mts';
import type { AnswerHabits, Settings } from '../settings.mts';
import {
	BadInput,
	choiceField,
	fieldsOf,
	flagField,
	numberField,
	onlyKnown,
	type Fields,
} from './bad-input.mts';

/** The longest delay, in milliseconds. */
const LONGEST_MS = 86_400_000;

/** Reads credits and balance of an account; what is missing stays. */
export function changeAccount(input: unknown, account: Account): void {
	const fields = fieldsOf(input, 'The body');
	onlyKnown(fields, ['credits', 'balance']);
	const bounds = { from: 0, to: 1_000_000_000_000 };
	account.credits = numberField(fields, 'credits', { ...bounds, fallback: account.credits });
	account.balance = numberField(fields, 'balance', {
		...bounds,
		decimals: true,
		fallback: account.balance,
	});
}

/** Reads how answers look; what is missing stays. */
export function readHabits(input: unknown, before: AnswerHabits): AnswerHabits {
	const fields = fieldsOf(input, 'The body');
	onlyKnown(fields, Object.keys(before));
	return {
		ackKey: choiceField(fields, 'ackKey', ['statut', 'status', 'both'], before.ackKey),
		jsonType: choiceField(fields, 'jsonType', ['text/html', 'application/json'], before.jsonType),
		partialCode: choiceField(fields, 'partialCode', [100, 113], before.partialCode),
		pulls: choiceField(fields, 'pulls', ['all', 'new'], before.pulls),
		singleObjects: flagField(fields, 'singleObjects', before.singleObjects),
		numbers: choiceField(fields, 'numbers', ['mixed', 'text', 'number'], before.numbers),
		htmlEntities: flagField(fields, 'htmlEntities', before.htmlEntities),
		byteOrderMark: flagField(fields, 'byteOrderMark', before.byteOrderMark),
		createSubAccount: choiceField(
			fields,
			'createSubAccount',
			['text', 'key'],
			before.createSubAccount,
		),
		defaultFormat: choiceField(
			fields,
			'defaultFormat',
			['payload', 'json', 'xml'],
			before.defaultFormat,
		),
	};
}

function readDelays(value: unknown, before: ReceiptDelays): ReceiptDelays {
	if (value === undefined) return before;
	const fields = fieldsOf(value, '"receiptDelaysMs"');
	onlyKnown(fields, ['handedOver', 'delivered']);
	const delay = (name: keyof ReceiptDelays): number =>
		numberField(fields, name, { from: 0, to: LONGEST_MS, fallback: before[name] });
	return { handedOver: delay('handedOver'), delivered: delay('delivered') };
}

function retryDelays({ retryDelaysMs: value }: Fields, before: readonly number[]) {
	if (value === undefined) return before;
	const isDelay = (each: unknown): each is number =>
		typeof each === 'number' && each >= 0 && each <= LONGEST_MS;
	if (Array.isArray(value) && value.length <= 20 && value.every(isDelay)) return value;
	throw new BadInput('"retryDelaysMs" must be a list of at most 20 numbers of milliseconds');
}

function readPushes(value: unknown, before: PushSettings): PushSettings {
	if (value === undefined) return before;
	const fields = fieldsOf(value, '"pushes"');
	onlyKnown(fields, ['retryDelaysMs', 'parallel']);
	return {
		retryDelaysMs: retryDelays(fields, before.retryDelaysMs),
		parallel: numberField(fields, 'parallel', { from: 1, to: 64, fallback: before.parallel }),
	};
}

/** Reads delays and limits; what is missing stays. */
export function readSettings(input: unknown, before: Settings): Settings {
	const fields = fieldsOf(input, 'The body');
	onlyKnown(fields, ['receiptDelaysMs', 'pushes', 'longestText']);
	return {
		receiptDelaysMs: readDelays(fields.receiptDelaysMs, before.receiptDelaysMs),
		pushes: readPushes(fields.pushes, before.pushes),
		longestText: numberField(fields, 'longestText', {
			from: 1,
			to: 1_000_000,
			fallback: before.longestText,
		}),
	};
}
