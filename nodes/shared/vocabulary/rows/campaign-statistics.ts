import { read, type Result } from '../../problem';
import { firstNumber, isFields, type Fields } from '../fields';
import type { AnswerData } from '../read-answer';
import { readRows } from './answer-rows';

/** What became of the SMS of a campaign, in numbers. A key without a value is null. */
export type CampaignStatisticsRow = {
	campaignId: string;
	/** SMS of the campaign. */
	sms: number | null;
	delivered: number | null;
	pending: number | null;
	/** SMS that could not be delivered. */
	undelivered: number | null;
	/** Numbers that were invalid. */
	invalid: number | null;
	clicks: number | null;
	/** Phones that clicked at least once. */
	uniqueClicks: number | null;
};

const SHAPE = {
	rowKeys: ['nbSms', 'delivered', 'pending', 'error', 'invalid'],
	listKeys: ['campaign'],
};

/** Reads the answer to `getCampaignStats`, with the object as it came. */
export function readCampaignStatistics(
	data: AnswerData,
	httpStatus: number,
	campaignId: string,
): Result<Array<{ row: CampaignStatisticsRow; raw: Fields }>> {
	// The text of a refusal may stand under `error`, which here is a number.
	const told = isFields(data) && typeof data.error === 'string' && data.nbSms === undefined;
	const shape = told ? { ...SHAPE, rowKeys: ['nbSms'] } : SHAPE;
	const reading = readRows(data, httpStatus, shape);
	if (!reading.ok) return reading;
	const rows = reading.value.slice(0, 1).map((raw) => ({
		raw,
		row: {
			campaignId,
			sms: firstNumber(raw, 'nbSms'),
			delivered: firstNumber(raw, 'delivered'),
			pending: firstNumber(raw, 'pending'),
			undelivered: firstNumber(raw, 'error'),
			invalid: firstNumber(raw, 'invalid'),
			clicks: firstNumber(raw, 'click', 'clicks'),
			uniqueClicks: firstNumber(raw, 'uniqueClick', 'uniqueClicks'),
		},
	}));
	return read(rows);
}
