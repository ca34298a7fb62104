/** What becomes of an SMS to a number with a telling end. */
export interface Ending {
	/** Last digits of the number. */
	readonly digits: string;
	readonly meaning: string;
	/** Whether the API refuses the number as invalid. */
	readonly refused?: true;
	/** Receipt codes in their order; none means that nothing is ever heard. */
	readonly receipts?: readonly number[];
}

/** Codes of the receipts that every other number gives: handed over, then delivered. */
const DELIVERED: readonly number[] = [3, 1];

/**
 * Numbers that fail in fixed ways. Six digits, so that numbers counted upwards in a test do not
 * hit them by chance.
 */
export const endings: readonly Ending[] = [
	{ digits: '999900', meaning: 'No receipt ever arrives', receipts: [] },
	{ digits: '999902', meaning: 'Handed over, then not delivered (code 2)', receipts: [3, 2] },
	{ digits: '999903', meaning: 'Handed over, and no further receipt (code 3)', receipts: [3] },
	{ digits: '999904', meaning: 'Rejected at once (code 4)', receipts: [4] },
	{ digits: '999905', meaning: 'Handed over, then unknown number (code 5)', receipts: [3, 5] },
	{
		digits: '999906',
		meaning: 'Handed over, then a code that is in no table (code 6)',
		receipts: [3, 6],
	},
	{ digits: '999907', meaning: 'Refused by the API as an invalid number', refused: true },
];

const byDigits = new Map(endings.map((ending) => [ending.digits, ending]));

const endingOf = (phoneNumber: string): Ending | undefined => byDigits.get(phoneNumber.slice(-6));

/** The receipt codes that a number gives, in order. */
export const receiptCodesOf = (phoneNumber: string): readonly number[] =>
	endingOf(phoneNumber)?.receipts ?? DELIVERED;

/** Whether the API refuses a number because of its end. */
export const isRefused = (phoneNumber: string): boolean => endingOf(phoneNumber)?.refused === true;
