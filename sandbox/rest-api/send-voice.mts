import { randomUUID } from 'node:crypto';

import { refuseForCredit } from '../campaigns/quote.mts';
import { refuse, STATUS_TEXTS } from '../campaigns/refusal.mts';
import type { ApiAnswer } from '../http-api/answer-call.mts';
import { inEuro, VOICE_CREDITS } from '../numbers/countries.mts';
import { isFrenchLandline, readPhoneNumber } from '../numbers/phone-number.mts';
import { fromParis } from '../clock/paris-time.mts';
import { refusedSend, REST_CODES, restAnswer, restRefusal } from './answer.mts';
import { alertingOf, isSet, wordOf, type RestCall } from './call.mts';

/** What every number gets. */
interface Recording {
	readonly from: string;
	readonly audioUrl: string;
	readonly scheduledFor: number | null;
}

const badField = (description: string): ApiAnswer =>
	restRefusal(400, REST_CODES.badField, description);

function recordingOf({ sandbox, body }: RestCall): Recording | ApiAnswer {
	const from = wordOf(body, 'from');
	if (!isFrenchLandline(from)) return badField('"from" must be a French landline, as 0123456789');
	if ((wordOf(body, 'type') || 'directdeposit') !== 'directdeposit') {
		return badField('"type" must be directdeposit');
	}
	const audioUrl = wordOf(body, 'url');
	if (!URL.canParse(audioUrl) || !/^https?:/i.test(audioUrl)) {
		return badField('"url" must be the public address of an MP3 or WAV file');
	}
	const date = wordOf(body, 'date');
	const at = date === '' ? null : fromParis(date);
	if (date !== '' && at === null) return refusedSend(refuse(115), alertingOf(body));
	return { from, audioUrl, scheduledFor: at !== null && at > sandbox.clock.now() ? at : null };
}

/** The numbers that can be called, and those that cannot, as given. */
function sorted(to: unknown): { numbers: string[]; invalidNumbers: string[] } {
	const given: readonly unknown[] = Array.isArray(to) ? to : to === undefined ? [] : [to];
	const numbers: string[] = [];
	const invalidNumbers: string[] = [];
	for (const value of given) {
		const text = typeof value === 'object' ? wordOf({ ...value }, 'mobilePhone') : String(value);
		const number = readPhoneNumber(text);
		if (number === null) invalidNumbers.push(text);
		else numbers.push(number);
	}
	return { numbers, invalidNumbers };
}

function leave({ sandbox, account, body }: RestCall, recording: Recording, numbers: string[]) {
	const campaignId = sandbox.campaigns.nextCampaignId();
	sandbox.accounts.charge(account, numbers.length * VOICE_CREDITS);
	const smsIds = numbers.map((phoneNumber) => {
		const smsId = randomUUID();
		sandbox.voice.add({
			smsId,
			campaignId,
			owner: account.login,
			campaignName: wordOf(body, 'campaignName'),
			phoneNumber,
			...recording,
			at: sandbox.clock.now(),
		});
		return { phoneNumber, smsId };
	});
	sandbox.changes.raise();
	if (recording.scheduledFor !== null) {
		sandbox.clock.at(recording.scheduledFor, () => sandbox.changes.raise());
	}
	return { campaignId, smsIds };
}

/** `POST /voice/send/bulk`: a recording for the voicemail of each number. */
export function sendVoiceBulk(call: RestCall): ApiAnswer {
	const { account, body } = call;
	const recording = recordingOf(call);
	if ('httpStatus' in recording) return recording;
	const { numbers, invalidNumbers } = sorted(body.to);
	if (numbers.length === 0)
		return refusedSend(refuse(114, undefined, invalidNumbers), alertingOf(body));
	const credits = numbers.length * VOICE_CREDITS;
	const short = refuseForCredit(credits, account.credits);
	if (short) return refusedSend(short, alertingOf(body));
	const isSimulated = isSet(body, 'simulate');
	const ids = isSimulated ? {} : leave(call, recording, numbers);
	const code = recording.scheduledFor === null ? 100 : 101;
	return restAnswer(201, {
		code,
		description: STATUS_TEXTS[code],
		alerting: alertingOf(body),
		invalidNumbers: invalidNumbers.join('|'),
		nbContacts: numbers.length,
		nbSms: numbers.length,
		cost: inEuro(credits),
		balance: account.balance,
		simulate: isSimulated ? 1 : 0,
		...ids,
	});
}
