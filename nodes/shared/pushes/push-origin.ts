import { createHash, timingSafeEqual } from 'crypto';

import ipaddr from 'ipaddr.js';

import { read, refuse, type Result } from '../problem';
import { type ProviderCall, v9Call } from '../provider/provider-call';
import type { ProviderData, ReadableAnswer } from '../provider/provider-answer';
import { CODES } from '../vocabulary/codes';
import { tellingFields } from '../vocabulary/fields';
import { readReceipts, type ReceiptRow } from '../vocabulary/receipts';
import { readReplies, type Reply, type ReplyRow } from '../vocabulary/replies';
import { statusOf } from '../vocabulary/rows';
import { inWords, type Fields } from '../values';
import { decodedButPlus, formParts, readForm } from './push-form';
import type { DeliveryReport, SmsEvent } from './sms-event';

type Address = ReturnType<typeof ipaddr.process>;

/** A network, or a single address as one of full length. */
type Network = readonly [Address, number];

/** Whether a caller's address is allowed. */
export type AddressTest = (address: string | undefined) => boolean;

/** An IPv4 address as programs that listen on IPv6 write it: `::ffff:192.0.2.1`. */
const MAPPED_BITS = 96;

const isAddress = (text: string): boolean =>
	text.includes(':') ? ipaddr.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text);

function readNetwork(entry: string): Network | null {
	const [address = '', bits, ...rest] = entry.split('/');
	if (!isAddress(address) || rest.length > 0) return null;
	if (bits === undefined) {
		const single = ipaddr.process(address);
		return [single, single.kind() === 'ipv4' ? 32 : 128];
	}
	const longest = address.includes(':') ? 128 : 32;
	if (!/^\d{1,3}$/.test(bits) || Number(bits) > longest) return null;
	const [network, length] = ipaddr.parseCIDR(entry);
	const plain = ipaddr.process(address);
	if (network.kind() === plain.kind()) return [network, length];
	return length >= MAPPED_BITS ? [plain, length - MAPPED_BITS] : [network, length];
}

const contains = ([network, length]: Network, address: Address): boolean =>
	network.kind() === address.kind() && address.match([network, length]);

/**
 * Reads addresses and networks in CIDR notation, IPv4 and IPv6, separated by commas, spaces or
 * line breaks; with an empty list everybody is allowed.
 */
export function readAllowList(list: string): Result<AddressTest> {
	const entries = list.split(/[\s,;]+/).filter((entry) => entry !== '');
	if (entries.length === 0) return read(() => true);
	const networks: Network[] = [];
	for (const entry of entries) {
		const network = readNetwork(entry);
		if (network === null) {
			return refuse(
				'IP Allow List',
				`has an entry that is no address: "${entry.slice(0, 60)}"`,
				'Enter addresses such as 192.0.2.10 or networks such as 192.0.2.0/24, separated by commas.',
			);
		}
		networks.push(network);
	}
	return read((given: string | undefined) => {
		if (given === undefined || !isAddress(given)) return false;
		const address = ipaddr.process(given);
		return networks.some((network) => contains(network, address));
	});
}

const digest = (text: string): Buffer => createHash('sha256').update(text.trim(), 'utf8').digest();

/**
 * A token may hold any characters, and people paste it into an address as it is: `a+b` may mean
 * itself, and so may `50%`.
 */
function* readings(query: string): Generator<string> {
	for (const [name, value] of readForm(query)) if (name === 'token') yield value;
	for (const [name, value] of formParts(query)) {
		if (name !== 'token') continue;
		yield decodedButPlus(value);
		yield value;
	}
}

/**
 * Whether the address that was called carries the token, compared in a time that tells nothing of
 * it. Without a token everybody may call.
 *
 * @param query what follows the question mark, as it came
 */
export function carriesToken(query: string, token: string): boolean {
	if (token.trim() === '') return true;
	const wanted = digest(token);
	let isFound = false;
	for (const given of readings(query)) {
		if (timingSafeEqual(digest(given), wanted)) isFound = true;
	}
	return isFound;
}

/**
 * The token of a credential, '' where none is set.
 *
 * @throws where an expression stands there and gives none: to take that for no token would let
 *   everybody call
 */
export function tokenOf(credential: Fields): string {
	if (!Object.hasOwn(credential, 'webhookToken')) return '';
	const { webhookToken: token } = credential;
	if (typeof token === 'string') return token;
	if (typeof token === 'number' || typeof token === 'bigint') return String(token);
	throw new Error(
		`the expression under 'Webhook Token' in the AllMySMS credential gave ${inWords(token)}; it must give a text`,
	);
}

/** What the API says of an event: it knows it, it does not, or it could not be asked. */
export type Confirmation = 'confirmed' | 'refuted' | 'unavailable';

/**
 * What to ask the API about an event, one after the other until it is confirmed. Empty for events
 * that it cannot tell of: those without the id of an SMS, and those that are not understood.
 */
export function confirmationCalls(event: SmsEvent): ProviderCall[] {
	if (event.event === 'other') return [];
	const { smsId, campaignId } = event;
	if (event.event === 'deliveryReport') {
		return smsId === null ? [] : [v9Call('getAckBySmsId', { smsId })];
	}
	const calls: ProviderCall[] = [];
	if (smsId !== null) calls.push(v9Call('getPullBySmsId', { smsId }));
	// Who answers one SMS twice may be found only once under its id.
	if (campaignId !== null) calls.push(v9Call('getPull', { campaignId }));
	return calls;
}

/** A report that the SMS was handed over is not wrong because it was delivered since. */
function isReport(row: ReceiptRow, { phoneNumber, meaning }: DeliveryReport): boolean {
	if (phoneNumber === null || row.phoneNumber !== phoneNumber) return false;
	if (meaning.status === 'sent' && row.final) return true;
	if (row.status !== meaning.status) return false;
	return meaning.status !== 'unknown' || row.statusCode === meaning.statusCode;
}

/** White space and the form of accents differ between a push and the API. */
const comparable = (text: string | null): string =>
	(text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

const isReply = (row: ReplyRow, { phoneNumber, message }: Reply): boolean =>
	phoneNumber !== null &&
	row.phoneNumber === phoneNumber &&
	comparable(row.message) === comparable(message);

/** Nothing is filled in: a row is what the API says itself. */
const ASKED = { smsId: null, campaignId: null };

function isTold(event: DeliveryReport | Reply, { data, httpStatus }: ReadableAnswer): boolean {
	if (event.event === 'deliveryReport') {
		const reports = readReceipts(data, httpStatus, ASKED);
		return reports.ok && reports.value.some(({ row }) => isReport(row, event));
	}
	const replies = readReplies(data, httpStatus, ASKED);
	return replies.ok && replies.value.some(({ row }) => isReply(row, event));
}

/** Reads the answer to one of the {@link confirmationCalls} of an event. */
export function readConfirmation(event: SmsEvent, answer: ProviderData): Confirmation {
	if (!answer.ok) return 'unavailable';
	if (event.event === 'other') return 'refuted';
	if (isTold(event, answer.value)) return 'confirmed';
	const told = tellingFields(answer.value.data);
	const isLoggedIn = told === null || Number(statusOf(told)) !== CODES.notLoggedIn;
	return isLoggedIn ? 'refuted' : 'unavailable';
}
