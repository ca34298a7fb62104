import type { Account } from '../accounts/account.mts';
import type { AccountBook } from '../accounts/account-book.mts';
import type { Payload } from '../payload/payload.mts';
import { textOf, treesOf, wordOf, type TagTree } from '../payload/tag-tree.mts';
import { refuse, type Refusal } from './refusal.mts';

/** The longest link of a WAP push. Its tag is in no document: the sandbox takes `URL`. */
const LONGEST_LINK = 80;

function firstWrong(data: TagTree, account: Account, book: AccountBook): Refusal | null {
	const client = wordOf(data, 'CLIENT');
	if (client !== null && client !== account.login.toUpperCase()) return refuse(108);
	const master = wordOf(data, 'MASTERACCOUNT');
	if (master !== null && !book.find(master)) return refuse(118);
	if ((wordOf(data, 'URL')?.length ?? 0) > LONGEST_LINK) return refuse(117);
	if ((textOf(data, 'MESSAGE') ?? '').trim() === '') return refuse(110);
	const dynamic = wordOf(data, 'DYNAMIC');
	if (dynamic !== null && !/^\d{1,4}$/.test(dynamic)) return refuse(112);
	const sms = treesOf(data, 'SMS');
	if (sms.length === 0) return refuse(107);
	if (sms.some((each) => !each.has('MOBILEPHONE'))) return refuse(109);
	return null;
}

/** The tags of `smsData`, or the first thing that is wrong with them. */
export function checkSmsData(
	payload: Payload,
	account: Account,
	book: AccountBook,
): { readonly kind: 'data'; readonly data: TagTree } | Refusal {
	if (payload.kind === 'empty') return refuse(105);
	if (payload.kind === 'broken') return refuse(106);
	return firstWrong(payload.data, account, book) ?? payload;
}
