import { textOf } from './fields';
import { readPhoneNumber } from '../numbers/phone-numbers';

/**
 * The number of an event as all items of this package show numbers: digits with country code.
 * What is no phone number comes out as it stands, a short number as its digits.
 */
export function eventPhone(raw: unknown): string | null {
	const given = textOf(raw);
	if (given === null) return null;
	const reading = readPhoneNumber(given, 'FR');
	if (reading.ok) return reading.digits;
	return /^[\d\s.+()-]+$/.test(given) ? given.replace(/\D/g, '') || given : given;
}
