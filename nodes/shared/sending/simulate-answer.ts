import { readVerdict, type Api, type Verdict } from '../vocabulary/campaign-answer';
import { firstNumber, tellingFields } from '../vocabulary/fields';
import { readInvalidNumbers } from '../vocabulary/phone';
import type { AnswerData } from '../vocabulary/read-answer';

/** What the provider says to a request that only asks for the price. */
export type SimulateReading =
	| {
			readonly kind: 'counted';
			/** Null where the provider does not say: REST counts in euro. */
			readonly credits: number | null;
			/** E.164. */ readonly invalidNumbers: readonly string[];
	  }
	| Exclude<Verdict, { kind: 'accepted' }>;

/** Reads the answer to `simulateCampaign`, or to a REST send with `simulate`. */
export function readSimulateAnswer(
	data: AnswerData,
	httpStatus: number,
	api: Api,
): SimulateReading {
	const fields = tellingFields(data);
	if (!fields) return { kind: 'unreadable', reason: 'the answer of AllMySMS is empty' };
	const credits = firstNumber(fields, 'nbCredits', 'creditsUsed');
	const counts = credits ?? firstNumber(fields, 'nbSms', 'nbContacts', 'cost');
	const verdict = readVerdict(fields, httpStatus, api, counts !== null);
	if (verdict.kind !== 'accepted') return verdict;
	return { kind: 'counted', credits, invalidNumbers: readInvalidNumbers(fields.invalidNumbers) };
}
