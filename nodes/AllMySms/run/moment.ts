import type { IExecuteFunctions } from 'n8n-workflow';
import { DateTime } from 'luxon';

import type { Moment } from '../../shared/sending/departure';

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
