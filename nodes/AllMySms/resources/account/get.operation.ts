import {
	NodeApiError,
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { readAccount, type Account } from '../../../shared/answers/read-account';
import { errorItem } from '../../errors/error-item';
import { askProvider } from '../../transport/ask-provider';

export const description: INodeProperties[] = updateDisplayOptions(
	{ show: { resource: ['account'], operation: ['get'] } },
	[
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				{
					displayName: 'Sub-Account',
					name: 'subAccount',
					type: 'string',
					default: '',
					placeholder: 'e.g. shop-lyon',
					description: 'Login of a sub-account to get instead of the account of the credential',
				},
			],
		},
	],
);

type Asked =
	| { readonly ok: true; readonly account: Account }
	| { readonly ok: false; readonly what: string; readonly remedy: string };

async function askAccount(context: IExecuteFunctions, subAccount: string): Promise<Asked> {
	const reply = await askProvider(context, {
		api: 'v9',
		endpoint: 'getInfo',
		fields: subAccount === '' ? {} : { subAccount },
	});
	if (!reply.ok) return reply;
	const reading = readAccount(reply.data, reply.httpStatus, 'v9');
	if (reading.kind === 'account') return { ok: true, account: reading.account };
	if (reading.kind === 'refused') return { ok: false, what: reading.title, remedy: reading.remedy };
	return { ok: false, what: reading.reason, remedy: 'Run the node again later.' };
}

/** Gets the account of each item; items that ask for the same account share one request. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const asked = new Map<string, Asked>();
	const items: INodeExecutionData[] = [];
	for (const itemIndex of this.getInputData().keys()) {
		const options = this.getNodeParameter('options', itemIndex, {}) as IDataObject;
		const subAccount = String(options.subAccount ?? '').trim();
		const answer = asked.get(subAccount) ?? (await askAccount(this, subAccount));
		asked.set(subAccount, answer);
		if (answer.ok) {
			items.push({ json: { ...answer.account }, pairedItem: { item: itemIndex } });
		} else if (this.continueOnFail()) {
			items.push(errorItem(itemIndex, answer.what, answer.remedy));
		} else {
			const message = `${answer.what} [item ${itemIndex}]`;
			throw new NodeApiError(
				this.getNode(),
				{ message },
				{ message, description: answer.remedy, itemIndex },
			);
		}
	}
	return items;
}
