/**
 * The faults that this page can set, in words. `needs` is the one number a fault asks for.
 *
 * @typedef {object} FaultKind
 * @property {string} kind
 * @property {string} label
 * @property {'status' | 'delayMs'} [needs]
 */

/** @type {readonly FaultKind[]} */
export const apiFaults = [
	{ kind: 'refuse', label: 'Refuse the connection' },
	{ kind: 'reset-before', label: 'Break off before reading the request' },
	{ kind: 'reset-after', label: 'Accept the SMS, then break off without an answer' },
	{ kind: 'delay', label: 'Answer late', needs: 'delayMs' },
	{ kind: 'status', label: 'Answer with an HTTP status', needs: 'status' },
	{ kind: 'truncated', label: 'Accept the SMS, cut the answer short' },
	{ kind: 'html', label: 'Accept the SMS, answer with an HTML page' },
	{ kind: 'garbage', label: 'Accept the SMS, answer with garbage' },
	{ kind: 'slow', label: 'Accept the SMS, answer drop by drop' },
	{ kind: 'huge', label: 'Accept the SMS, answer with megabytes' },
];

/** @type {readonly FaultKind[]} */
export const pushFaults = [
	{ kind: 'repeat', label: 'Push everything twice' },
	{ kind: 'reorder', label: 'Push in another order' },
	{ kind: 'delay', label: 'Push late', needs: 'delayMs' },
	{ kind: 'drop', label: 'Lose the push' },
];

/** @param {import('./state.mjs').Fault} fault */
export function faultLabel(fault) {
	const kinds = fault.endpoint === 'push' ? pushFaults : apiFaults;
	const label = kinds.find(({ kind }) => kind === fault.kind)?.label ?? fault.kind;
	const details = [
		fault.status !== undefined && `status ${fault.status}`,
		fault.delayMs !== undefined && `${fault.delayMs} ms`,
		fault.endpoint !== undefined && fault.endpoint !== 'push' && `only ${fault.endpoint}`,
		fault.request !== undefined && `request ${fault.request}`,
	];
	return [label, ...details.filter((detail) => detail !== false)].join(' · ');
}

/** @param {import('./state.mjs').Fault} fault */
export const faultTimes = ({ times = 1 }) =>
	times === 0 ? 'Always' : times === 1 ? 'Once' : `${times} times`;
