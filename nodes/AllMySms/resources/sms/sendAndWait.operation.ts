import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import { sendAndWait } from '../../wait/send-and-wait';
import { fieldsOf, optionsField, recipientField } from '../fields';
import { record, type RowSpec } from '../row-spec';
import { waitOptions } from './wait-options';

export const description: INodeProperties[] = fieldsOf('sms', 'sendAndWait', [
	recipientField(
		'The mobile number to ask, or several separated by commas, semicolons or line breaks. The first answer decides.',
	),
	{
		displayName: 'Message',
		name: 'message',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: 'e.g. Order 1234 over €900 waits for your approval:',
		description:
			"The text of the SMS. The link to answer is added at its end and takes about 170 characters; with the response type 'SMS Reply' there is no link.",
	},
	{
		displayName: 'Response Type',
		name: 'responseType',
		type: 'options',
		default: 'approval',
		description: 'How the recipient answers',
		options: [
			{
				name: 'Approval',
				value: 'approval',
				description: 'A link opens a page with a button to approve, and one to decline if you wish',
			},
			{
				name: 'Buttons',
				value: 'buttons',
				description: 'A link opens a page with two to six buttons of your own',
			},
			{
				name: 'Free Text',
				value: 'freeText',
				description: 'A link opens a page with a field for an answer in words',
			},
			{
				name: 'SMS Reply',
				value: 'smsReply',
				description: 'The recipient replies to the SMS; no link, no page',
			},
		],
	},
	{
		displayName:
			"Replies reach this node through an AllMySMS Trigger in <b>this same workflow</b>: publish the workflow (n8n 1: activate it), and enter the trigger's <b>Production URL</b> in the AllMySMS client area. Leave 'Sender (TPOA)' empty, because nobody can reply to a name. Where n8n runs as several processes (queue mode), choose an answer by link: of two questions asked at the same moment, one may lose its answer.",
		name: 'smsReplyNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { responseType: ['smsReply'] } },
	},
	{
		displayName: 'Approval Options',
		name: 'approvalOptions',
		type: 'fixedCollection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { responseType: ['approval'] } },
		description: 'The buttons of the page',
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Type of Approval',
						name: 'approvalType',
						type: 'options',
						default: 'single',
						description: 'Whether the page has one button or two',
						options: [
							{ name: 'Approve Only', value: 'single' },
							{ name: 'Approve and Disapprove', value: 'double' },
						],
					},
					{
						displayName: 'Approve Button Label',
						name: 'approveLabel',
						type: 'string',
						default: 'Approve',
						displayOptions: { show: { approvalType: ['single', 'double'] } },
						description: 'What the button to approve says',
					},
					{
						displayName: 'Disapprove Button Label',
						name: 'disapproveLabel',
						type: 'string',
						default: 'Decline',
						displayOptions: { show: { approvalType: ['double'] } },
						description: 'What the button to decline says',
					},
				],
			},
		],
	},
	{
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add button',
		default: {},
		displayOptions: { show: { responseType: ['buttons'] } },
		description: 'Two to six buttons. The label of the one that is tapped is the answer.',
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Label',
						name: 'label',
						type: 'string',
						default: '',
						placeholder: 'e.g. Tomorrow morning',
						description: 'What the button says',
					},
				],
			},
		],
	},
	{
		displayName: 'Sender (TPOA)',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. MyShop',
		description:
			'The name shown as sender, at most 11 characters. When empty, the SMS comes from the short number of AllMySMS.',
	},
	optionsField(waitOptions),
]);

export const output = {
	data: record(
		'The answer: `{ approved }`, `{ choice }` or `{ text }`, each with `respondedAt` and, where it is known, `to`; `{ expired: true }` where nobody answered in time',
	),
} satisfies RowSpec;

/** Asks by SMS; the execution waits for the answer, and goes on with it as its one item. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await sendAndWait(this, description);
}
