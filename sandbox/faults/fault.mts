import { z } from 'zod/v4';

import { choice, fields, flag, text, whole } from '../json-input.mts';

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

/** The `endpoint` of faults that pushes meet. */
export const PUSH = 'push';

const occasion = {
	/** How often it strikes; 0 = always. */
	times: whole(0, 1_000_000).default(1),
	/** Strikes first at the n-th matching request from now; at the next where it is missing. */
	request: whole(1, 1_000_000).optional(),
	delayMs: whole(0, 3_600_000).optional(),
};

/** A text that an HTTP header can carry. */
const header = z
	.union([z.string(), z.number()], { error: 'must be a text' })
	.transform(String)
	.refine((given) => /^[\x20-\x7e]+$/.test(given), {
		error: 'must be a line of plain characters',
	});

/** A fault of the API, as it is ordered and shown. */
export const requestFault = fields({
	kind: choice(REQUEST_FAULTS),
	...occasion,
	/** An endpoint or path; any where it is missing. */
	endpoint: text.transform((given) => given.trim() || undefined).optional(),
	status: whole(200, 599).optional(),
	retryAfter: header.optional(),
	/** Instead of the body that the fault brings along. */
	body: text.optional(),
	contentType: header.optional(),
	/** Whether the request is carried out all the same. */
	process: flag.optional(),
});

/** A fault of a push, as it is ordered and shown. */
export const pushFault = fields({
	kind: choice(PUSH_FAULTS),
	...occasion,
	endpoint: choice([PUSH]),
});

export type RequestFault = z.output<typeof requestFault>;
export type PushFault = z.output<typeof pushFault>;
export type Fault = RequestFault | PushFault;

/** Faults as clients order them: what is missing has its default. */
export type RequestFaultOrder = z.input<typeof requestFault>;
export type PushFaultOrder = z.input<typeof pushFault>;

export const isForPushes = (fault: Fault): fault is PushFault => fault.endpoint === PUSH;

/** How long a fault lets wait: an answer, a push, or between two bytes. */
export const delayOf = ({ delayMs = 1_000 }: Fault): number => delayMs;

/** The HTTP status of a fault that answers with one. */
export const statusOf = ({ status = 503 }: RequestFault): number => status;

/**
 * Whether the request is carried out. A status stands in place of the work; all other faults spoil
 * the answer to work that was done.
 */
export const letsCarryOut = ({ kind, process }: RequestFault): boolean =>
	process ?? (kind !== 'status' && kind !== 'refuse' && kind !== 'reset-before');
