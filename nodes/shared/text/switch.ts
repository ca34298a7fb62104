import { read, refuse, type Reading } from '../problem';

const ON = /^(?:true|1|yes|on)$/i;
const OFF = /^(?:false|0|no|off)$/i;

/** Whether a switch is on, where the wrong guess does no harm. */
export const isSwitchedOn = (raw: unknown): boolean => ON.test(String(raw ?? '').trim());

/**
 * Reads a switch; an expression may give the word instead of the value. A word that is neither on nor
 * off is refused: taking it for off could send what was only to be counted.
 *
 * @param raw what n8n gives; empty means the fallback
 * @param parameter the name that the user sees
 */
export function readSwitch(raw: unknown, parameter: string, fallback: boolean): Reading<boolean> {
	const word = String(raw ?? '').trim();
	if (word === '') return read(fallback);
	if (ON.test(word)) return read(true);
	if (OFF.test(word)) return read(false);
	return refuse(parameter, `is "${word}"`, 'Use true or false.');
}
