import type { OnError } from 'n8n-workflow';

import type { RequestFaultOrder } from '../../../sandbox/client.mts';

/** What goes wrong, and what the table in docs/reliability.md says of it. */
export interface MatrixFault {
	readonly name: string;
	readonly fault: Omit<RequestFaultOrder, 'request'>;
	/** The option 'Request Timeout', in seconds; long by default, so that only the fault decides. */
	readonly timeout?: number;
	/** What becomes of the SMS of the request that meets it. */
	readonly outcome:
		| 'sent'
		/** Not sent, and the user reads so. */
		| 'rejected'
		/** Perhaps sent, and the user reads so. */
		| 'unknown';
}

/** All faults; each strikes one request, or as often as the node tries it. */
export const faults: readonly MatrixFault[] = [
	{ name: 'no fault', fault: { kind: 'delay', delayMs: 0 }, outcome: 'sent' },
	{ name: 'slow answer', fault: { kind: 'delay', delayMs: 300 }, outcome: 'sent' },
	{
		name: 'no answer in time',
		fault: { kind: 'delay', delayMs: 2_500 },
		timeout: 1,
		outcome: 'unknown',
	},
	{ name: 'cut when connected', fault: { kind: 'refuse' }, outcome: 'unknown' },
	{ name: 'reset before it was read', fault: { kind: 'reset-before' }, outcome: 'unknown' },
	{ name: 'reset after it was accepted', fault: { kind: 'reset-after' }, outcome: 'unknown' },
	{ name: '429', fault: { kind: 'status', status: 429, retryAfter: 0 }, outcome: 'sent' },
	{
		name: '429 for too long',
		fault: { kind: 'status', status: 429, retryAfter: 3_600 },
		outcome: 'rejected',
	},
	{
		name: '503 with Retry-After',
		fault: { kind: 'status', status: 503, retryAfter: 0 },
		outcome: 'sent',
	},
	{ name: '503', fault: { kind: 'status', status: 503 }, outcome: 'unknown' },
	{ name: '500', fault: { kind: 'status', status: 500 }, outcome: 'unknown' },
	{
		name: '502 after it was accepted',
		fault: { kind: 'status', status: 502, process: true },
		outcome: 'unknown',
	},
	{ name: '401', fault: { kind: 'status', status: 401 }, outcome: 'rejected' },
	{ name: '404', fault: { kind: 'status', status: 404 }, outcome: 'rejected' },
	{ name: 'half an answer', fault: { kind: 'truncated' }, outcome: 'unknown' },
	{ name: 'a web page', fault: { kind: 'html' }, outcome: 'unknown' },
	{ name: 'garbage', fault: { kind: 'garbage' }, outcome: 'unknown' },
	{
		name: 'an empty answer',
		fault: { kind: 'garbage', body: '' },
		outcome: 'unknown',
	},
	{
		name: 'no credit left',
		fault: { kind: 'status', status: 200, body: '{"status":103,"statusText":"No credit"}' },
		outcome: 'rejected',
	},
	{
		name: 'a code that nobody knows',
		fault: { kind: 'status', status: 200, body: '{"status":142,"statusText":"?"}' },
		outcome: 'rejected',
	},
];

/** One case of the matrix. */
export interface MatrixCase extends MatrixFault {
	/** Which of the two requests meets the fault. */
	readonly request: 1 | 2;
	readonly onError: OnError;
	readonly retryOnFail: boolean;
	readonly payloadFormat: 'json' | 'xml';
}

export const onErrors = ['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const;

/** Every fault × every On Error setting × Retry On Fail × both payload formats × both requests. */
export const matrixCases: readonly MatrixCase[] = faults.flatMap((fault) =>
	onErrors.flatMap((onError) =>
		[false, true].flatMap((retryOnFail) =>
			(['json', 'xml'] as const).map(
				(payloadFormat, index): MatrixCase => ({
					...fault,
					onError,
					retryOnFail,
					payloadFormat,
					// Both requests are struck, half of the cases each.
					request: (index + (retryOnFail ? 1 : 0)) % 2 === 0 ? 1 : 2,
				}),
			),
		),
	),
);

/** Names a case in a failure. */
export const titleOf = ({ name, request, onError, retryOnFail, payloadFormat }: MatrixCase) =>
	`${name} at request ${request}, ${onError}, ${retryOnFail ? 'with' : 'without'} retry, ${payloadFormat}`;
