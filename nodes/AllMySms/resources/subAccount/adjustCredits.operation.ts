import type { INodeProperties } from 'n8n-workflow';

import { read, readAll, refuse, type Result } from '../../../shared/problem';
import { wholeNumberOf } from '../../../shared/text/read-text';
import { v9Call } from '../../../shared/provider/provider-call';
import { readDone } from '../../../shared/vocabulary/rows';
import { readSubAccountCredits } from '../../../shared/vocabulary/accounts';
import type { ItemReader } from '../../run/item-reader';
import { fieldsOf } from '../fields';
import type { Tells } from '../resource';
import { number, text, type RowSpec } from '../row-spec';
import { subAccountLocator } from './account-fields';

export const description: INodeProperties[] = fieldsOf('subAccount', 'adjustCredits', [
	subAccountLocator,
	{
		displayName: 'Credits',
		name: 'credits',
		type: 'number',
		default: 0,
		required: true,
		description:
			'How many credits to add; a negative number takes them back. A French SMS costs 15 credits.',
	},
]);

export const output = {
	subAccount: text('Login of the sub-account'),
	adjustedBy: number('Credits that were added, or with a minus sign taken back'),
	credits: number.orNull('Credits that the sub-account has now'),
} satisfies RowSpec;

function readCredits(reader: ItemReader): Result<number> {
	const credits = wholeNumberOf(reader.value('credits'));
	if (credits !== null && credits !== 0) return read(credits);
	return refuse(
		'Credits',
		credits === 0 ? 'is 0' : 'is not a whole number',
		'Enter how many credits to add, or a negative number to take them back.',
	);
}

/** Gives a sub-account credits, or takes them back, per item; never twice by "Retry On Fail". */
export const tells: Tells<typeof output> = (reader) => {
	const asked = readAll({
		subAccount: reader.required('subAccount'),
		adjustedBy: readCredits(reader),
	});
	if (!asked.ok) return asked;
	const { subAccount, adjustedBy } = asked.value;
	return read({
		call: v9Call('manageSubAccountCredits', { subAccount, credits: String(adjustedBy) }),
		subject: `The credits of the sub-account "${subAccount}" were`,
		verb: 'adjusted',
		remedy: "Check the login under 'Sub-Account' and the credits of both accounts.",
		once: true,
		read(data, httpStatus) {
			const done = readDone(data, httpStatus, ['subAccount', 'Login', 'Credits']);
			if (done.kind !== 'done') return done;
			const row = { subAccount, adjustedBy, credits: readSubAccountCredits(data) };
			return { kind: 'done', row };
		},
	});
};
