import type { Chance } from './chance.mts';
import { hostileValue, POLLUTION, spoiled } from './hostile.mts';
import { xmlTrick } from './xml-tricks.mts';

/** A request that pretends to be a push of the provider. */
export interface GeneratedPush {
	readonly method: 'GET' | 'POST';
	/** Without its question mark. */
	readonly query: string;
	readonly contentType: string;
	readonly body: Buffer;
}

const TYPES: readonly [string, ...string[]] = [
	'application/x-www-form-urlencoded',
	'application/x-www-form-urlencoded; charset=iso-8859-1',
	'application/json',
	'application/json; charset=utf-16',
	'text/plain',
	'text/xml',
	'application/xml; charset=nonsense',
	'multipart/form-data',
	'multipart/form-data; boundary=x',
	'multipart/mixed; boundary=""',
	'application/octet-stream',
	';;;',
	'',
];

const KEYS = [
	'smsId',
	'SMSID',
	'statut',
	'status',
	'code',
	'comment',
	'phoneNumber',
	'msisdn',
	'from',
	'campId',
	'smsMoId',
	'message',
	'receptionDate',
] as const;

function event(chance: Chance): Record<string, unknown> {
	const base: Record<string, unknown> = chance.percent(50)
		? {
				smsId: 'a1',
				status: chance.pick([1, '2', 3, '9', '']),
				statusText: 'x',
				receptionDate: '2026-05-01 10:00:00',
			}
		: {
				smsId: 'a1',
				smsMoId: 'm1',
				message: chance.pick(['STOP', 'Oui é', '', 'ſtop', 'S\u0301TOP']),
			};
	const result: Record<string, unknown> = {
		...base,
		phoneNumber: '33612345678',
		campaignId: 'ap_1',
	};
	for (let twists = chance.below(4); twists > 0; twists--) {
		result[chance.percent(80) ? (KEYS[chance.below(KEYS.length)] ?? 'x') : 'x'] =
			hostileValue(chance);
	}
	return result;
}

/** Halves of characters cannot be written in an address. */
const textOf = (value: unknown): string =>
	Buffer.from(
		typeof value === 'object' && value !== null ? (JSON.stringify(value) ?? '') : String(value),
	).toString('utf8');

const formOf = (fields: Record<string, unknown>): string =>
	Object.entries(fields)
		.map(
			([key, value]) => `${encodeURIComponent(textOf(key))}=${encodeURIComponent(textOf(value))}`,
		)
		.join('&');

const latin1Form = (fields: Record<string, unknown>): string =>
	Object.entries(fields)
		.map(
			([key, value]) =>
				`${key}=${[...Buffer.from(textOf(value), 'latin1')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`,
		)
		.join('&');

function multipartOf(
	fields: Record<string, unknown>,
	chance: Chance,
): { body: string; contentType: string } {
	const boundary = chance.pick(['x', '----b', 'a b', '"', '']);
	const parts = Object.entries(fields).map(
		([key, value]) =>
			`--${boundary}\r\nContent-Disposition: form-data; name="${key}"${chance.percent(10) ? '; filename="f"' : ''}\r\n\r\n${textOf(value)}\r\n`,
	);
	const end = chance.percent(80) ? `--${boundary}--\r\n` : '';
	return {
		body: `${parts.join('')}${end}`,
		contentType: `multipart/form-data; boundary=${boundary}`,
	};
}

const large = (chance: Chance): string => {
	switch (chance.below(4)) {
		case 0:
			return JSON.stringify(Array.from({ length: 30_000 }, () => ({ smsId: 'a', status: 1 })));
		case 1:
			return `message=${'x'.repeat(10 * 1024 * 1024)}`;
		case 2:
			return '['.repeat(4 * 1024 * 1024);
		default:
			return Array.from({ length: 200_000 }, (_, index) => `k${index}=v`).join('&');
	}
};

function bodyOf(chance: Chance, index: number): { body: Buffer; contentType: string } {
	const typed = (
		text: string,
		contentType = chance.percent(60) ? chance.pick(TYPES) : 'application/json',
	) => ({ body: Buffer.from(text), contentType });
	if (index % 4_000 === 3_999) return typed(large(chance));
	const one = event(chance);
	const json = JSON.stringify(
		chance.percent(30) ? Array.from({ length: chance.below(5) }, () => event(chance)) : one,
	);
	switch (chance.below(11)) {
		case 0:
			return typed(formOf(one), TYPES[0]);
		case 1:
			return typed(latin1Form(one), TYPES[0]);
		case 2: {
			const { body, contentType } = multipartOf(one, chance);
			return {
				body: chance.percent(30) ? spoiled(Buffer.from(body), chance) : Buffer.from(body),
				contentType,
			};
		}
		case 3:
			return typed(json.replace('{', `{${chance.pick(POLLUTION)},`));
		case 4:
			return { ...typed(''), body: spoiled(Buffer.from(json), chance) };
		case 5:
			return typed(xmlTrick(`<smsId>a</smsId><status>${chance.below(7)}</status>`, chance));
		case 6:
			return typed(
				JSON.stringify({
					[chance.pick(['acks', 'mos', 'reports', '__proto__', 'data'])]: hostileValue(chance),
				}),
			);
		case 7:
			return typed(JSON.stringify(hostileValue(chance)) ?? '');
		case 8:
			return {
				...typed(''),
				body: Buffer.from(Array.from({ length: chance.below(300) }, () => chance.below(256))),
			};
		case 9:
			return typed(
				chance.pick(['', ' ', 'null', '""', '[]', '{}', '&&&', '=', '%', '%zz=%', 'a', '\u0000']),
			);
		default:
			return typed(json);
	}
}

/** Makes the n-th push. */
export function generatePush(chance: Chance, index: number): GeneratedPush {
	const isGet = chance.percent(20);
	const query = chance.percent(isGet ? 90 : 20)
		? formOf(event(chance))
		: chance.pick([
				'',
				'token=x',
				'&&',
				'%',
				'a[__proto__][polluted]=yes',
				'__proto__[polluted]=yes',
			]);
	if (isGet)
		return { method: 'GET', query: query.slice(0, 8_000), contentType: '', body: Buffer.alloc(0) };
	return { method: 'POST', query: query.slice(0, 8_000), ...bodyOf(chance, index) };
}
