import { readTypedNumber } from '../numbers/typed-number';
import type { Problem } from '../problem';
import type { RecipientLine, SmsDraft } from './planned-sms';

type Planned = Pick<RecipientLine, 'to' | 'plan'>;

/** What is wrong with a recipient that is no phone number. */
const notANumber = (given: string, reason: string, remedy: string): Problem => ({
	what: `"${given}" ${reason}`,
	remedy,
	kind: `the number ${reason}`,
});

/**
 * Plans the recipients of one item: each is texted, is no number, or stands there a second time.
 *
 * @param numbers as they are given, one each
 */
export function planRecipients(
	numbers: readonly unknown[],
	defaultCountry: string,
	draft: SmsDraft,
): Planned[] {
	const seen = new Set<string>();
	return numbers.map((given): Planned => {
		const number = readTypedNumber(given, defaultCountry);
		if (!number.ok) {
			const problem = notANumber(number.given, number.reason, number.remedy);
			return { to: number.given, plan: { kind: 'reject', problem } };
		}
		const to = number.number;
		if (seen.has(to)) return { to, plan: { kind: 'repeat' } };
		seen.add(to);
		return { to, plan: { kind: 'send', sms: { ...draft, to } } };
	});
}
