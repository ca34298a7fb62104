import { expect, test } from '@jest/globals';

import { rejected } from '../../../nodes/shared/sending/outcome.ts';
import { voiceItem } from '../../../nodes/shared/sending/voice-item.ts';
import { statusMeaning } from '../../../nodes/shared/vocabulary/status-table.ts';
import { lineFor, plannedSms } from './planned-sms.mts';

test.each([
	[statusMeaning(100, null).title, 'The voice message was sent'],
	[statusMeaning(101, null).title, 'The voice message is scheduled'],
	['It is not known whether the SMS left', 'It is not known whether the voice message left'],
])('%j is told of a voice message', (statusText, told) => {
	const outcome = { ...rejected({ what: 'no', remedy: '' }), statusText };
	expect(voiceItem(lineFor(plannedSms('+33600000001'), 0), outcome).statusText).toBe(told);
});
