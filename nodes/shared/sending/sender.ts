import { read, refuse, type Reading } from '../problem';
import { readText } from '../text/read-text';

/** The most that the provider takes; its own sample programs warn of it. */
const MAX_LENGTH = 11;

/**
 * Reads the sender name (TPOA). Only what is certain to be refused is refused here: that
 * names have at least 3 characters and no accents is said by some sources only.
 *
 * @returns the name, or null for the provider's short number
 */
export function readSender(raw: unknown): Reading<string | null> {
	const given = readText(raw, 'Sender (TPOA)', 'MyShop');
	if (!given.ok || given.value === null) return given;
	const sender = given.value;
	if ([...sender].length > MAX_LENGTH) {
		return refuse(
			'Sender (TPOA)',
			`"${sender}" has ${[...sender].length} characters`,
			`Use at most ${MAX_LENGTH}, or leave the field empty to send from the short number, which can be replied to.`,
		);
	}
	if (/^\+?[\d\s]+$/.test(sender)) {
		return refuse(
			'Sender (TPOA)',
			`"${sender}" is a number`,
			'AllMySMS takes names only: use letters, or leave the field empty to send from the short number.',
		);
	}
	return read(sender);
}
