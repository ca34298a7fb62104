import type { PlainAnswer } from './plain-http.mts';
import type { SendForm } from './sends.mts';

const NUMBERS: Readonly<Record<SendForm, RegExp>> = {
	json: /"MOBILEPHONE":"(\+?\d+)"/g,
	xml: /<MOBILEPHONE>(\d+)/g,
	rest: /(?<="mobilePhone":|[[,])"(\d+)"/g,
	twilio: /(?<=&|^)To=(\w+)/g,
};

let counter = 0;

/** As long as the provider's ids. */
const newId = (): string => `00000000-0000-4000-8000-${String(++counter).padStart(12, '0')}`;

function accepted(form: SendForm, payload: string): object {
	const smsIds = [...payload.matchAll(NUMBERS[form])].map(([, phoneNumber]) => ({
		phoneNumber,
		smsId: newId(),
	}));
	const count = String(smsIds.length);
	const common = { invalidNumbers: '', campaignId: `bench_${++counter}`, nbContacts: count };
	return form === 'rest'
		? { code: 100, description: 'OK', ...common, nbSms: count, balance: '100.00', smsIds }
		: {
				status: 100,
				statusText: 'OK',
				...common,
				credits: '150000',
				creditsUsed: String(15 * smsIds.length),
				nbSms: count,
				smsIds,
			};
}

/** What Twilio tells of a message, as its public documentation shows it. */
const twilioMessage = () => ({
	account_sid: `AC${'0'.repeat(32)}`,
	api_version: '2010-04-01',
	body: 'A text',
	date_created: 'Thu, 24 Aug 2023 05:01:45 +0000',
	date_sent: null,
	date_updated: 'Thu, 24 Aug 2023 05:01:45 +0000',
	direction: 'outbound-api',
	error_code: null,
	error_message: null,
	from: '+33644600000',
	messaging_service_sid: null,
	num_media: '0',
	num_segments: '1',
	price: null,
	price_unit: null,
	sid: `SM${newId().replaceAll('-', '')}`,
	status: 'queued',
	subresource_uris: {},
	to: '+33612000000',
});

/** Accepts every SMS of a request, as the API answers it that was called. */
export function sendAnswer(form: SendForm, payload: string): PlainAnswer {
	if (form === 'twilio') {
		const body = JSON.stringify(twilioMessage());
		return { status: '201 Created', contentType: 'application/json', body };
	}
	const body = JSON.stringify(accepted(form, payload));
	return form === 'rest'
		? { status: '201 Created', contentType: 'application/json', body }
		: { status: '200 OK', contentType: 'text/html; charset=utf-8', body };
}

const receiptRows = new Map<number, string>();

/** The receipts of a campaign of so many SMS; written once, so that only the reading is measured. */
export function receiptsAnswer(count: number): PlainAnswer {
	const known = receiptRows.get(count);
	const acks = (): object[] =>
		Array.from({ length: count }, (_, index) => ({
			phoneNumber: `33612${String(index).padStart(6, '0')}`,
			smsId: `sms-${index}`,
			statut: '1',
			comment: 'Delivered',
			receptionDate: `2026-05-01 10:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:00`,
		}));
	const body = known ?? JSON.stringify({ acks: acks() });
	receiptRows.set(count, body);
	return { status: '200 OK', contentType: 'text/html; charset=utf-8', body };
}
