import { DateTime } from 'luxon';

import { readSms, type SmsParameters } from '../../../nodes/shared/sending/reading.ts';

/** A date that stands in the field itself. */
export const constant = (raw: string) => ({ raw, isMeant: false });

/** When and where the node runs. */
export const moment = {
	now: DateTime.fromISO('2026-03-01T12:00:00Z'),
	workflowZone: 'Europe/Paris',
};

/** What one item asks for. */
export const parameters = (change: Partial<SmsParameters> = {}): SmsParameters => ({
	to: '06 12 34 56 78',
	message: [{ kind: 'text', text: 'Hello' }],
	dynamicParameters: {},
	sender: '',
	sendAt: constant(''),
	campaignName: '',
	options: {},
	...change,
});

/** The recipients of an item; throws where it is refused. */
export function recipientsOf(change: Partial<SmsParameters>) {
	const reading = readSms(3, parameters(change), moment);
	if (!reading.ok) throw new Error(reading.problem.what);
	return reading.value.recipients;
}

/** Why an item is refused; throws where it is not. */
export function refusalOf(change: Partial<SmsParameters>) {
	const reading = readSms(3, parameters(change), moment);
	if (reading.ok) throw new Error('was read');
	return reading.problem.what.replace(/^'([^']+)'/, '$1');
}

/** 'Marker Values' with these. */
export const values = (...texts: unknown[]) => ({ parameters: texts.map((value) => ({ value })) });
