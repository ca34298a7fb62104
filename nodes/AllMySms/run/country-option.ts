import { isCountryCode } from '../../shared/numbers/typed-number';
import { read, refuse, type Reading } from '../../shared/problem';
import type { ItemReader } from './item-reader';

/** The option 'Default Country': the country of numbers without a country code. */
export function readCountryOption(reader: ItemReader): Reading<string> {
	const given = reader.optionText('defaultCountry');
	if (!given.ok) return given;
	const code = (given.value ?? 'FR').toUpperCase();
	if (isCountryCode(code)) return read(code);
	return refuse(
		'Default Country',
		`is "${given.value ?? ''}"`,
		'Use a two-letter country code such as FR, BE or CH.',
	);
}
