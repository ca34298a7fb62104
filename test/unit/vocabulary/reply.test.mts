import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { eventItem, readEvent } from '../../../nodes/shared/pushes/sms-event.ts';
import { readReplies } from '../../../nodes/shared/vocabulary/replies.ts';

const STYLE = { zone: 'Europe/Paris', now: 'now', includeRaw: false };

/** What the trigger tells of a reply. */
const pushed = (raw: Record<string, unknown>) => eventItem(readEvent(raw), STYLE);

/** What the operations of replies tell of it. */
function asked(raw: Record<string, unknown>) {
	const reading = readReplies({ mos: [raw] }, 200, { smsId: null, campaignId: null });
	if (!reading.ok) throw new Error(reading.problem.what);
	return reading.value[0]?.row;
}

const REPLY = {
	phoneNumber: '33612345678',
	smsMoId: '778',
	smsId: 'f3f1a0de',
	campaignId: 'ap_28423',
	message: 'Oui',
	receptionDate: '2026-05-01 10:05:00',
};

describe('the trigger and the reads tell the same of a reply', () => {
	test.each([
		['as it is documented', {}],
		['with the id of a row', { smsMoId: undefined, id: 9 }],
		['with both ids', { id: '9' }],
		['with a zero as its id', { smsMoId: '0', smsId: 0, campaignId: '0' }],
		['with entities', { message: 'Oui, &agrave; 10&nbsp;h &amp;lt;3 &#128077;' }],
		['with entities around STOP', { message: '&laquo; STOP &raquo;' }],
		['with blanks around it', { message: ' \n Oui \t' }],
		['with lines', { message: 'Oui\r\nNon' }],
		['with a number as its text', { message: 1 }],
		['with a national number', { phoneNumber: '06 12 34 56 78' }],
		['with a short number', { phoneNumber: 36180 }],
		['with a number of another country', { phoneNumber: '687751234' }],
		['with other names', { smsMoId: undefined, moId: 5, campaignId: undefined, campId: 'c' }],
		['with a date in another form', { receptionDate: '2026-05-01T10:05:00Z' }],
		['with a keyword of its own', { message: 'merci', keyword: 'STOP' }],
	])('%s', (_, changes) => {
		const raw = Object.fromEntries(
			Object.entries({ ...REPLY, ...changes }).filter(([, value]) => value !== undefined),
		);
		expect(asked(raw)).toEqual(pushed(raw));
	});

	test('whatever it holds', () => {
		const value = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.stringMatching(/^(&(amp|lt|eacute|nbsp|#233|copy);?|STOP|[ a\n.]){0,6}$/),
			fc.integer(),
			fc.constantFrom('', '0', null),
		);
		const reply = fc.record({
			phoneNumber: fc.constantFrom('33612345678', '0612345678', 687751234, '36180', 'ALLMYSMS'),
			smsMoId: fc.stringMatching(/^[1-9a-z]{1,8}$/),
			id: value,
			smsId: value,
			campaignId: value,
			message: value,
			receptionDate: fc.constantFrom('2026-05-01 10:05:00', '2026-12-31 23:59:59', 1784100600),
		});
		fc.assert(
			fc.property(reply, (raw) => {
				expect(asked(raw)).toEqual(pushed(raw));
			}),
		);
	});
});

test('what is said of a receipt is decoded too, once', () => {
	expect(readEvent({ status: 2, comment: 'Num&eacute;ro &amp;amp; r&eacute;seau' })).toMatchObject({
		statusText: 'Numéro &amp; réseau',
	});
});
