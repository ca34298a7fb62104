import type { Chance } from './chance.mts';
import { hostileValue, POLLUTION, spoiled } from './hostile.mts';
import { xmlTrick } from './xml-tricks.mts';

type Fields = Record<string, unknown>;

const NUMBERS = ['33612000000', '0612000001', '+33612000002', '33 6 12 00 00 03', '33699999999'];

const smsIds = (chance: Chance, count: number) =>
	Array.from({ length: count }, (_, index) => ({
		phoneNumber: chance.pick(['33612000000', `3361200000${index % 10}`, '0612000001']),
		smsId: `id-${index}`,
	}));

const rows = (chance: Chance): Fields[] =>
	Array.from({ length: chance.below(4) }, (_, index) => ({
		phoneNumber: NUMBERS[index],
		statut: chance.pick([1, '2', 3, 'delivered', '']),
		comment: 'stop',
		receptionDate: '2026-05-01 10:00:00',
		id: index,
		message: 'Bonjour é',
	}));

/** An answer of one of the provider's families, before anything happens to it. */
function soundAnswer(chance: Chance): Fields | unknown[] {
	const status = chance.pick([100, '100', 101, '101', 102, 103, 113, 114, 118, 119, 0, '1', 'OK']);
	switch (chance.below(8)) {
		case 0:
		case 1:
		case 2:
			return {
				status,
				statusText: 'Envoy&eacute;',
				invalidNumbers: chance.pick(['', '33612000001', '33612000001|0612000002']),
				campaignId: chance.pick(['ap_1', '']),
				credits: '340',
				creditsUsed: '15',
				nbContacts: '1',
				nbSms: 1,
				balance: 12.5,
				smsIds: smsIds(chance, chance.below(5)),
			};
		case 3:
			return { code: status, description: 'OK', smsId: 'x', cost: 0.05, balance: '3,5', nbSms: 1 };
		case 4:
			return {
				status,
				statusText: 'x',
				nbCredits: '30',
				nbContacts: '2',
				nbSms: '2',
				invalidNumbers: '',
			};
		case 5:
			return { status: 'Active Account', credits: '12', apiKey: 'secret', email: 'a@example.com' };
		case 6:
			return { [chance.pick(['acks', 'mos', 'reports', 'blacklist', 'lists'])]: rows(chance) };
		default:
			return rows(chance);
	}
}

/** Puts something else in the place of some values. */
function twisted(value: unknown, chance: Chance): unknown {
	if (chance.percent(8)) return hostileValue(chance);
	if (Array.isArray(value)) return value.map((member) => twisted(member, chance));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [
			chance.percent(3) ? key.toUpperCase() : key,
			twisted(member, chance),
		]),
	);
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function toXml(value: unknown, name: string): string {
	if (Array.isArray(value)) return value.map((member) => toXml(member, name)).join('');
	if (typeof value !== 'object' || value === null)
		return `<${name}>${escaped(String(value))}</${name}>`;
	const inner = Object.entries(value).map(([key, member]) =>
		toXml(member, /^[A-Za-z_]\w*$/.test(key) ? key : 'k'),
	);
	return `<${name}>${inner.join('')}</${name}>`;
}

/** Large answers are rare: each costs as much as hundreds of small ones. */
function large(chance: Chance): string {
	const MB = 1024 * 1024;
	switch (chance.below(6)) {
		case 0:
			return JSON.stringify({ status: 100, statusText: 'x'.repeat(10 * MB) });
		case 1:
			return JSON.stringify({ status: 100, smsIds: smsIds(chance, 150_000) });
		case 2:
			return '['.repeat(10 * MB);
		case 3:
			return `{"status":100,"invalidNumbers":"${'33612000001|'.repeat(800_000)}"}`;
		case 4:
			return `<r><status>100</status>${'<smsId>1</smsId>'.repeat(300_000)}</r>`;
		default:
			return `{"credits":"${'1'.repeat(10 * MB)}","status":"${' '.repeat(MB)}100"}`;
	}
}

/** A generated answer: its bytes, and whether it is half of a sound one. */
export interface GeneratedAnswer {
	readonly bytes: Buffer;
	readonly isHalf: boolean;
}

/** Makes the n-th answer. */
export function generateAnswer(chance: Chance, index: number): GeneratedAnswer {
	const whole = (text: string): GeneratedAnswer => ({ bytes: Buffer.from(text), isHalf: false });
	if (index % 4_000 === 3_999) return whole(large(chance));
	const sound = soundAnswer(chance);
	const value = chance.percent(60) ? twisted(sound, chance) : sound;
	const json = JSON.stringify(value) ?? 'null';
	switch (chance.below(10)) {
		case 0: {
			const text = chance.percent(70) ? JSON.stringify(sound) : toXml(sound, 'r');
			const bytes = Buffer.from(text);
			return { bytes: bytes.subarray(0, chance.below(bytes.length)), isHalf: true };
		}
		case 1:
			return { bytes: spoiled(Buffer.from(json), chance), isHalf: false };
		case 2:
			return whole(json.replace('{', `{${chance.pick(POLLUTION)},`));
		case 3:
			return whole(toXml(value, chance.pick(['r', 'DATA', 'response'])));
		case 4:
			return whole(xmlTrick(toXml(value, 'inner'), chance));
		case 5:
			return { bytes: spoiled(Buffer.from(toXml(value, 'r')), chance), isHalf: false };
		case 6:
			return whole(`${chance.pick(['\uFEFF', '\n \t', '', ")]}',\n", 'null'])}${json}`);
		case 7: {
			const depth = chance.percent(2) ? 50_000 : chance.pick([10, 49, 50, 51, 2_000]);
			return whole(`${'{"a":['.repeat(depth)}${json}${']}'.repeat(depth)}`);
		}
		case 8:
			return whole(
				chance.pick(['', ' ', 'OK', '100', 'null', '"100"', 'true', '{}', '[]', '\u0000']),
			);
		default:
			return whole(json);
	}
}
