import type { Account } from '../accounts/account.mts';
import { wordOf, type TagTree } from '../payload/tag-tree.mts';
import type { V9Call } from './call.mts';

/** Whose list a payload means: that of the sub-account it names, or the caller's. */
export const ownerIn = (
	{ sandbox, account, acting }: V9Call,
	data: TagTree,
): Account | undefined => {
	const subAccount = wordOf(data, 'SUBACCOUNT');
	return subAccount === null ? acting : sandbox.actingFor(account, subAccount);
};
