import type { IWebhookDescription } from 'n8n-workflow';

/** The address of a waiting execution; n8n adds the execution before it and the signature behind it. */
const address = {
	name: 'default',
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
} as const;

/** Opening the link shows a page, the form of the page posts the answer. */
export const waitWebhooks: IWebhookDescription[] = [
	{ ...address, httpMethod: 'GET' },
	{ ...address, httpMethod: 'POST' },
	{ ...address, httpMethod: 'HEAD' },
];

/** What the editor says beside a node that waits. */
export const waitingTooltip =
	"={{ $parameter['operation'] === 'sendAndWait' ? 'Execution will continue when somebody answers the SMS' : '' }}";
