import { NodeApiError, type ILoadOptionsFunctions, type INodeListSearchResult } from 'n8n-workflow';

import { providerData } from '../../../shared/provider/provider-data';
import { callProvider, providerAddress } from '../../../shared/provider/gateway';
import { v9Call } from '../../../shared/provider/v9-call';
import { readContactLists } from '../../../shared/vocabulary/rows/contact-lists';

const TIMEOUT_MS = 20_000;

/** Case and accents do not matter to somebody who searches. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function subAccountOf(context: ILoadOptionsFunctions): string | null {
	const options: unknown = context.getCurrentNodeParameter('options');
	if (typeof options !== 'object' || options === null || !('subAccount' in options)) return null;
	const { subAccount } = options;
	// An expression has no value before the node runs.
	const isPlain = typeof subAccount === 'string' && !subAccount.startsWith('=');
	return isPlain && subAccount.trim() !== '' ? subAccount.trim() : null;
}

/** Offers the contact lists of the account, or of the sub-account of the options. */
export async function searchContactLists(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const address = await providerAddress(this);
	const call = v9Call('getLists', { subAccount: subAccountOf(this) });
	const answer = providerData(
		await callProvider(this, address, { ...call, timeoutMs: TIMEOUT_MS }),
	);
	const reading = answer.ok
		? readContactLists(answer.data, answer.httpStatus)
		: ({ kind: 'refused', what: answer.what, remedy: answer.remedy } as const);
	if (reading.kind === 'refused') {
		const message = `The contact lists could not be read: ${reading.what}`;
		const description = reading.remedy ?? 'Enter the name of the list by hand.';
		throw new NodeApiError(this.getNode(), { message }, { message, description });
	}
	const wanted = plain(filter ?? '');
	const names = reading.rows.flatMap(({ row }) => row.listName ?? []);
	return {
		results: names
			.filter((name) => plain(name).includes(wanted))
			.sort((a, b) => a.localeCompare(b, 'fr'))
			.map((name) => ({ name, value: name })),
	};
}
