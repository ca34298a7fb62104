import { fail, read, type Result } from '../problem';
import { readVerdict, type Api } from './campaign-answer';
import { firstNumber, firstText, tellingFields, type Fields } from './fields';
import type { AnswerData } from './read-answer';

/** The account as the output item shows it. A key without a value is null. */
export type Account = {
	email: string | null;
	firstName: string | null;
	lastName: string | null;
	company: string | null;
	/** The provider's words, for instance "Active Account". */
	status: string | null;
	/** A French SMS costs 15. */
	credits: number | null;
	/** In euro. */
	balance: number | null;
	/** SMS that the credits are good for. */
	smsLeft: number | null;
	/** ISO code of the country that the prices are reckoned from. */
	country: string | null;
};

/** Only the listed fields go on: the provider repeats the API key in its answer. */
const accountOf = (fields: Fields): Account => ({
	email: firstText(fields, 'email', 'Email'),
	firstName: firstText(fields, 'firstName', 'FirstName'),
	lastName: firstText(fields, 'lastName', 'LastName'),
	company: firstText(fields, 'company', 'society', 'Company'),
	status: firstText(fields, 'status', 'description', 'statusText'),
	credits: firstNumber(fields, 'credits', 'Credits'),
	balance: firstNumber(fields, 'balance'),
	smsLeft: firstNumber(fields, 'nbSms'),
	country: firstText(fields, 'referenceCountryIso'),
});

/**
 * Reads the answer to `getInfo` or to REST `/account`. The `status` of `getInfo` is a text where
 * all is well, and a number where it is not.
 */
export function readAccount(data: AnswerData, httpStatus: number, api: Api): Result<Account> {
	const fields = tellingFields(data);
	if (!fields) return fail({ what: 'the answer of AllMySMS is empty', remedy: '' });
	const account = accountOf(fields);
	const isTold = account.email !== null || account.credits !== null || account.balance !== null;
	const verdict = readVerdict(fields, httpStatus, api, isTold);
	// Lists and sub-accounts answer with status 1 where all is well; here it would do no harm.
	if (verdict.kind === 'refused') return fail(verdict.problem);
	if (verdict.kind === 'accepted' || isTold) return read(account);
	return fail({ what: verdict.reason, remedy: '' });
}
