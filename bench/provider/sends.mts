import { createHash } from 'node:crypto';

import { XMLParser } from 'fast-xml-parser';

/** How an SMS reached the provider. */
export type SendForm = 'json' | 'xml' | 'rest' | 'twilio';

/** An SMS as its phone would show it. */
export interface ArrivedSms {
	readonly phone: string;
	readonly text: string;
}

/** All that came, without what order it came in. */
export interface Arrived {
	readonly requests: number;
	readonly recipients: number;
	/** Different numbers among them. */
	readonly phones: number;
	/** Depends on every number and every text, not on their order. */
	readonly digest: string;
}

const MARKER = /#param_?(\d+)#/g;

const filled = (text: string, valueOf: (index: string) => unknown): string =>
	text.replace(MARKER, (_, index: string) => String(valueOf(index) ?? ''));

type Row = Readonly<Record<string, unknown>>;

const listed = (value: unknown): Row[] =>
	[value ?? []].flat().map((each) => (typeof each === 'object' ? (each as Row) : {}));

function smsOfData({ MESSAGE, DYNAMIC, SMS }: Row): ArrivedSms[] {
	const text = String(MESSAGE);
	const isPersonal = Number(DYNAMIC ?? 0) > 0;
	return listed(SMS).map((row) => ({
		phone: String(row.MOBILEPHONE),
		text: isPersonal ? filled(text, (index) => row[`PARAM_${index}`]) : text,
	}));
}

const xml = new XMLParser({ parseTagValue: false, trimValues: false });

/** The SMS of one request. */
export function smsOf(form: SendForm, payload: string): ArrivedSms[] {
	if (form === 'twilio') {
		const { To, Body } = Object.fromEntries(new URLSearchParams(payload));
		return [{ phone: To ?? '', text: Body ?? '' }];
	}
	if (form === 'xml') return smsOfData((xml.parse(payload) as { DATA: Row }).DATA);
	const data = JSON.parse(payload) as Row;
	if (form === 'json') return smsOfData(data.DATA as Row);
	const text = String(data.text);
	return [data.to].flat().map((to) => {
		if (typeof to !== 'object' || to === null) return { phone: String(to), text };
		const row = to as Row;
		return { phone: String(row.mobilePhone), text: filled(text, (index) => row[`param${index}`]) };
	});
}

/** French mobile numbers in one spelling. */
const plainPhone = (phone: string): string => phone.replace(/^(?:\+33|0)(?=[67]\d{8}$)/, '33');

/** Sums up SMS, so that two processes can compare what was to be sent with what came. */
export function summed(sms: Iterable<ArrivedSms>, requests: number): Arrived {
	const phones = new Set<string>();
	let recipients = 0;
	let digest = 0n;
	for (const { phone, text } of sms) {
		const plain = plainPhone(phone);
		phones.add(plain);
		recipients += 1;
		digest += createHash('sha1').update(`${plain}\n${text}`).digest().readBigUInt64LE();
	}
	return {
		requests,
		recipients,
		phones: phones.size,
		digest: BigInt.asUintN(64, digest).toString(16),
	};
}
