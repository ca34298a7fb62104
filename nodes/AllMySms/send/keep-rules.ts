import type { IExecuteFunctions } from 'n8n-workflow';

import type { Problem } from '../../shared/problem';
import { v9Call } from '../../shared/provider/provider-call';
import {
	applyRules,
	isAdvertising,
	isUnruled,
	type Unwanted,
} from '../../shared/sending/apply-rules';
import type { Content, Recipient } from '../../shared/sending/recipient';
import { blacklistIndex, readBlacklist } from '../../shared/vocabulary/look-ups';
import { askProvider } from '../run/ask';
import { currentMoment } from '../run/given';

const unreadable = (reason: string): Problem => ({
	what: `the blacklist could not be read (${reason}), and advertising to somebody who said STOP is forbidden`,
	remedy: 'Run the node again later.',
});

/** Who wants no advertising, as the provider knows it. */
async function askUnwanted(context: IExecuteFunctions): Promise<Unwanted | Problem> {
	const reply = await askProvider(context, v9Call('getBlacklist', {}));
	const rows = reply.ok ? readBlacklist(reply.value.data, reply.value.httpStatus) : reply;
	if (!rows.ok) return unreadable(rows.problem.what);
	const find = blacklistIndex(rows.value);
	return (to) => {
		const found = find(to);
		if (!found) return null;
		const { since, reason } = found.row;
		const details = [reason, since === null ? null : `since ${since.slice(0, 10)}`];
		const told = details.filter((each) => each !== null).join(', ');
		return `is on the blacklist of AllMySMS${told === '' ? '' : ` (${told})`}`;
	};
}

/**
 * Keeps a run to the rules of its options before anything leaves. The blacklist is read once, and
 * only for advertising.
 *
 * @returns the recipients in the same order, each with what the rules make of him
 */
export async function keepRules<C extends Content>(
	context: IExecuteFunctions,
	recipients: ReadonlyArray<Recipient<C>>,
): Promise<ReadonlyArray<Recipient<C>>> {
	if (recipients.every(({ message }) => isUnruled(message.rules))) return recipients;
	const asks = recipients.some(
		(each) =>
			each.known === null && isAdvertising(each) && each.message.rules.testRecipient === null,
	);
	const unwanted = asks ? await askUnwanted(context) : () => null;
	const { now, workflowZone } = currentMoment(context);
	return applyRules(recipients, { now, workflowZone, unwanted });
}
