import { createHmac, randomBytes } from 'crypto';

import type { INodeProperties } from 'n8n-workflow';

import { readTypedNumber } from '../../../shared/numbers/typed-number';
import { read, refuse, type Result } from '../../../shared/problem';
import { readSwitch } from '../../../shared/text/read-text';
import type { AccountFields } from '../../../shared/vocabulary/accounts';
import type { ItemReader } from '../../run/item-reader';

/** The mobile number of a holder, as AllMySMS wants it: with a plus and the country code. */
export function readMobile(given: string, country: string): Result<string> {
	const number = readTypedNumber(given, country);
	return number.ok ? number : refuse('Mobile', number.problem.what, number.problem.remedy);
}

const SHORTEST_PASSWORD = 6;

/** Refuses a password that AllMySMS would not take. */
export function checkPassword(password: string): Result<string> {
	if (password.length >= SHORTEST_PASSWORD) return read(password);
	return refuse(
		'Password',
		`has ${password.length} characters`,
		`Use at least ${SHORTEST_PASSWORD}.`,
	);
}

/** A new one for each process: a password must not be guessed from what is stored. */
const SALT = randomBytes(32);

/** What stands for a password where a request is named. */
export const passwordMark = (password: string): string =>
	createHmac('sha256', SALT).update(password).digest('base64');

function readMember(
	reader: ItemReader,
	collection: INodeProperties,
	{ name, displayName, type }: INodeProperties,
): Result<string | boolean | null> {
	if (type !== 'boolean') return reader.optionText(name, collection.name);
	const given = reader.option(name, collection.name) ?? '';
	// An expression that gave nothing changes nothing.
	if (String(given).trim() === '') return read(null);
	return readSwitch(given, displayName, false);
}

/** Reads the members of a collection that are set; switches come as such. */
export function readCollection(
	reader: ItemReader,
	collection: INodeProperties,
): Result<AccountFields> {
	const fields = new Map<string, string | boolean | null>();
	for (const field of collection.options ?? []) {
		if (!('type' in field)) continue;
		const value = readMember(reader, collection, field);
		if (!value.ok) return value;
		if (value.value !== null) fields.set(field.name, value.value);
	}
	return read(Object.fromEntries(fields));
}
