import type { IExecuteFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';

import type { Moment, GivenDate } from '../../shared/sending/departure';
import { splitRecipients } from '../../shared/numbers/dialled';
import { isExpressionSource } from './expression-code';

/** When and where dates of the run are read. */
export function currentMoment(context: IExecuteFunctions): Moment {
	return {
		// Told anew for each date: an expression with $now is older than this when it is read.
		get now() {
			return DateTime.now();
		},
		workflowZone: context.getTimezone(),
	};
}

/**
 * Tells the parameter 'Send At' of an item. Where an expression stands, a date is meant; what an AI
 * model fills in may be left empty by it.
 */
export function givenDates(context: IExecuteFunctions): (raw: unknown) => GivenDate {
	const stored = context.getNode().parameters.sendAt;
	const isMeant = isExpressionSource(stored) && !/\$fromAI\b/i.test(stored);
	return (raw) => ({ raw, isMeant });
}

/** The recipients of an item that cannot be used, as they were given; empty where there are none. */
export const recipientsAsGiven = (raw: unknown): string =>
	splitRecipients(raw)
		.map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each)))
		.join(', ')
		.slice(0, 200);
