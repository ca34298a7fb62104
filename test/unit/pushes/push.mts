import { readPush, type PushReading } from '../../../nodes/shared/pushes/read-push.ts';

export const FORM = 'application/x-www-form-urlencoded';
export const JSON_TYPE = 'application/json';

/** A push as it comes over the wire. */
export interface Wire {
	readonly query?: string;
	readonly body?: string | Uint8Array;
	readonly contentType?: string;
}

export const reading = async ({
	query = '',
	body = '',
	contentType = '',
}: Wire): Promise<PushReading> => {
	const bytes = typeof body === 'string' ? Buffer.from(body, 'utf8') : body;
	return await readPush({ query, body: { kind: 'bytes', bytes, contentType } });
};

/** The events as they came; throws where the push is none. */
export const rawEvents = async (wire: Wire) => {
	const push = await reading(wire);
	if (push.kind !== 'events') throw new Error(`The push is ${push.kind}`);
	return push.events;
};

/** The parameters of docs/provider.md, Pushes that are known. */
export const RECEIPT = {
	smsId: 'f3f1a0de-0000-4000-8000-000000000001',
	campaignId: 'ap_28423',
	phoneNumber: '33612345678',
	status: '1',
	statusText: 'Delivered',
	receptionDate: '2026-05-01 10:00:00',
};

export const REPLY = {
	smsId: 'f3f1a0de-0000-4000-8000-000000000001',
	smsMoId: '778',
	campaignId: 'ap_28423',
	phoneNumber: '33612345678',
	message: 'Oui, à demain',
	receptionDate: '2026-05-01 10:05:00',
};

export const form = (fields: Readonly<Record<string, string>>) =>
	new URLSearchParams(fields).toString();

/** A multipart form, as a program of the web writes it. */
export const multipart = (fields: Readonly<Record<string, string>>, boundary = 'xXx') => ({
	contentType: `multipart/form-data; boundary=${boundary}`,
	body: `${Object.entries(fields)
		.map(
			([name, value]) =>
				`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
		)
		.join('')}--${boundary}--\r\n`,
});
