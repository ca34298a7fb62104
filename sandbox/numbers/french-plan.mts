/**
 * The French numbering plan, by which mainland and overseas phones dial each other: nine digits
 * after the 0, of which the first ones tell the territory. Each territory has a country code of its
 * own, so that the same phone is `0692112233` and `262692112233`.
 */

/** Country codes of the overseas departments, with Saint-Martin and Saint-Barthélemy. */
const OVERSEAS: ReadonlyArray<readonly [first: RegExp, countryCode: string]> = [
	// Guadeloupe, Saint-Martin, Saint-Barthélemy.
	[/^(?:590|69[01]|7090)/, '590'],
	// Guiana.
	[/^(?:594|694|7093[0-3])/, '594'],
	// Martinique.
	[/^(?:596|69[67]|7091)/, '596'],
	// Réunion and Mayotte.
	[/^(?:26[239]|69[23]|639|7092|7093[5-7])/, '262'],
];

/** Saint-Pierre-et-Miquelon: six digits behind its country code, and since 2020 also nine. */
const SAINT_PIERRE = /^(?:508(\d{6})|(708(?:4[0-5]|5[0-6])\d{4}))$/;

/** Machines have 14 digits: 0700 and ten more. */
const MACHINE = /^700\d{10}$/;

/**
 * The nine digits after the 0 (13 for a machine) as digits with country code.
 *
 * @returns null for what has another length
 */
export function fromFrenchDialling(digits: string): string | null {
	if (MACHINE.test(digits)) return `33${digits}`;
	if (!/^[1-9]\d{8}$/.test(digits)) return null;
	const saintPierre = SAINT_PIERRE.exec(digits);
	if (saintPierre) return `508${saintPierre[1] ?? digits}`;
	const overseas = OVERSEAS.find(([first]) => first.test(digits));
	return `${overseas?.[1] ?? '33'}${digits}`;
}

/** Whether a number is of mainland France or an overseas department, where the operators' rules hold. */
export const isFrench = (phoneNumber: string): boolean =>
	/^(?:33|590|594|596|262)/.test(phoneNumber);

/** Whether a French number is a mobile one. Saint-Pierre does not tell them apart: all count. */
export const isFrenchMobile = (phoneNumber: string): boolean =>
	/^(?:33|590|594|596|262)[67]\d{8}$/.test(phoneNumber) || /^33700\d{10}$/.test(phoneNumber);
