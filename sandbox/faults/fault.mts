/** What a request to the API can meet. */
export const REQUEST_FAULTS = [
	'refuse',
	'reset-before',
	'reset-after',
	'delay',
	'status',
	'truncated',
	'html',
	'garbage',
	'slow',
	'huge',
] as const;

/** What an outgoing push can meet. */
export const PUSH_FAULTS = ['repeat', 'reorder', 'delay', 'drop'] as const;

export type RequestFaultKind = (typeof REQUEST_FAULTS)[number];
export type PushFaultKind = (typeof PUSH_FAULTS)[number];

/** The `endpoint` of faults that pushes meet. */
export const PUSH = 'push';

interface Occasion {
	/** How often it strikes; 0 = always. */
	times: number;
	/** Strikes first at the n-th matching request from now; null = at the next. */
	request: number | null;
	readonly delayMs: number;
}

/** A fault of the API. */
export interface RequestFault extends Occasion {
	readonly on: 'request';
	readonly kind: RequestFaultKind;
	/** An endpoint or path; null = any. */
	readonly endpoint: string | null;
	readonly status: number;
	readonly retryAfter: string | null;
	/** Instead of the body that the fault brings along. */
	readonly body: string | null;
	readonly contentType: string | null;
	/** Whether the request is carried out all the same. */
	readonly process: boolean;
}

/** A fault of a push. */
export interface OutgoingFault extends Occasion {
	readonly on: 'push';
	readonly kind: PushFaultKind;
}

export type Fault = RequestFault | OutgoingFault;

/** A status stands in place of the work; all other faults spoil the answer to work that was done. */
export const isProcessedByDefault = (kind: RequestFaultKind): boolean =>
	kind !== 'status' && kind !== 'refuse' && kind !== 'reset-before';
