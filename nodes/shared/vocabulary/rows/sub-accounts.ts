import { read, type Result } from '../../problem';
import { firstNumber, firstText, type Fields } from '../fields';
import { providerPhone } from '../phone';
import type { AnswerData } from '../read-answer';
import { eventDate } from '../event-date';
import { readRows } from './answer-rows';
import { PROVIDER_ZONE } from './received-at';
import { withoutSecrets } from '../without-secrets';

/** The most wanted of the provider's 27 fields. A key without a value is null. */
export type SubAccountRow = {
	/** The login. */
	subAccount: string | null;
	firstName: string | null;
	lastName: string | null;
	company: string | null;
	email: string | null;
	mobile: string | null;
	/** A French SMS costs 15. */
	credits: number | null;
	/** ISO 8601 with offset. */
	createdAt: string | null;
	/** ISO 8601 with offset. */
	lastActivityAt: string | null;
};

const LOGIN_KEYS = ['Login', 'login', 'LOGIN'];
const SHAPE = { rowKeys: LOGIN_KEYS, listKeys: ['subAccounts', 'subAccount', 'total'] };

const momentOf = (text: string | null): string | null => eventDate(text, PROVIDER_ZONE);

/** Reads the answer to `getSubAccounts`, with each row as it came but for its secrets. */
export function readSubAccounts(
	data: AnswerData,
	httpStatus: number,
): Result<Array<{ row: SubAccountRow; raw: Fields }>> {
	const reading = readRows(data, httpStatus, SHAPE);
	if (!reading.ok) return reading;
	const rows = reading.value.map((raw) => ({
		raw: withoutSecrets(raw),
		row: {
			subAccount: firstText(raw, ...LOGIN_KEYS),
			firstName: firstText(raw, 'FirstName', 'firstName'),
			lastName: firstText(raw, 'LastName', 'lastName'),
			company: firstText(raw, 'Company', 'company', 'society'),
			email: firstText(raw, 'Email', 'email'),
			mobile: providerPhone(firstText(raw, 'Mobile', 'mobile')),
			credits: firstNumber(raw, 'Credits', 'credits'),
			createdAt: momentOf(firstText(raw, 'CreationDate', 'creationDate')),
			lastActivityAt: momentOf(firstText(raw, 'LastActivity', 'lastActivity')),
		},
	}));
	return read(rows);
}

/** The credits of a sub-account in the answer to `manageSubAccountCredits`; null: not told. */
export function readSubAccountCredits(data: AnswerData): number | null {
	const reading = readRows(data, 200, SHAPE);
	const raw = reading.ok ? reading.value[0] : undefined;
	return raw ? firstNumber(raw, 'Credits', 'credits') : null;
}
