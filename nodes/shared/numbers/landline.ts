import { readDialled } from './dialled';
import { read, refuse, type Result } from '../problem';

/** REST takes 01 to 05 and 09 as senders of voice messages (docs/provider.md, Voice messages). */
const FRENCH_LANDLINE = /^(?:\+33|33|0)?([1-59]\d{8})$/;

/**
 * Reads the number that a voice message comes from.
 *
 * @param parameter its name as the user sees it
 * @returns the national form, `0123456789`
 */
export function readLandline(given: string, parameter: string): Result<string> {
	const dialled = readDialled(given);
	const [, national] = dialled.ok ? (FRENCH_LANDLINE.exec(dialled.value) ?? []) : [];
	if (national !== undefined) return read(`0${national}`);
	return refuse(
		parameter,
		`"${given.slice(0, 40)}" is not a French landline number`,
		'Enter a number that begins with 01 to 05 or 09, such as 01 23 45 67 89: AllMySMS refuses mobile numbers as senders of voice messages.',
	);
}
