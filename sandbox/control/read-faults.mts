import {
	isProcessedByDefault,
	PUSH,
	PUSH_FAULTS,
	REQUEST_FAULTS,
	type Fault,
} from '../faults/fault.mts';
import {
	BadInput,
	fieldsOf,
	flagField,
	numberField,
	onlyKnown,
	textField,
	type Fields,
} from './bad-input.mts';

const NAMES = [
	'kind',
	'times',
	'endpoint',
	'request',
	'status',
	'retryAfter',
	'body',
	'contentType',
	'delayMs',
	'process',
];

const DEFAULT_DELAY_MS = 1_000;

function kindOf<Kind extends string>(fields: Fields, kinds: readonly Kind[]): Kind {
	const found = kinds.find((kind) => kind === fields.kind);
	if (found !== undefined) return found;
	throw new BadInput(`"kind" must be one of: ${kinds.join(', ')}`);
}

const textOrNull = (fields: Fields, name: string): string | null =>
	fields[name] === undefined || fields[name] === null ? null : textField(fields, name);

/** A text that an HTTP header can carry. */
function headerOrNull(fields: Fields, name: string): string | null {
	const text = textOrNull(fields, name);
	if (text === null || /^[\x20-\x7e]+$/.test(text)) return text;
	throw new BadInput(`"${name}" must be a line of plain characters`);
}

function readFault(value: unknown): Fault {
	const fields = fieldsOf(value, 'A fault');
	onlyKnown(fields, NAMES);
	const endpoint = textField(fields, 'endpoint').trim();
	const isPush = endpoint.toLowerCase() === PUSH;
	const delayFallback = fields.kind === 'slow' ? 0 : DEFAULT_DELAY_MS;
	const occasion = {
		times: numberField(fields, 'times', { from: 0, to: 1_000_000, fallback: 1 }),
		request: numberField(fields, 'request', { from: 0, to: 1_000_000, fallback: 0 }) || null,
		delayMs: numberField(fields, 'delayMs', { from: 0, to: 3_600_000, fallback: delayFallback }),
	};
	if (isPush) return { on: 'push', kind: kindOf(fields, PUSH_FAULTS), ...occasion };
	const kind = kindOf(fields, REQUEST_FAULTS);
	return {
		on: 'request',
		kind,
		...occasion,
		endpoint: endpoint === '' ? null : endpoint,
		status: numberField(fields, 'status', { from: 200, to: 599, fallback: 503 }),
		retryAfter: headerOrNull(fields, 'retryAfter'),
		body: textOrNull(fields, 'body'),
		contentType: headerOrNull(fields, 'contentType'),
		process: flagField(fields, 'process', isProcessedByDefault(kind)),
	};
}

/** Reads `{ faults: [...] }`, a list of faults, or one fault. */
export function readFaults(input: unknown): Fault[] {
	if (Array.isArray(input)) return input.map(readFault);
	const fields = fieldsOf(input, 'The body');
	if (!('faults' in fields)) return Object.keys(fields).length === 0 ? [] : [readFault(fields)];
	onlyKnown(fields, ['faults']);
	if (!Array.isArray(fields.faults)) throw new BadInput('"faults" must be a list');
	return fields.faults.map(readFault);
}

/** A waiting fault in the words in which it can be set again. */
export function faultFields(fault: Fault): Record<string, unknown> {
	const { kind, times, request, delayMs } = fault;
	const takesDelay = kind === 'delay' || kind === 'slow';
	const occasion = {
		kind,
		times,
		...(request === null ? {} : { request }),
		...(takesDelay && delayMs > 0 ? { delayMs } : {}),
	};
	if (fault.on === 'push') return { ...occasion, endpoint: PUSH };
	return {
		...occasion,
		...(fault.endpoint === null ? {} : { endpoint: fault.endpoint }),
		...(fault.kind === 'status' ? { status: fault.status } : {}),
		...(fault.retryAfter === null ? {} : { retryAfter: fault.retryAfter }),
		...(fault.body === null ? {} : { body: fault.body }),
		...(fault.contentType === null ? {} : { contentType: fault.contentType }),
		...(fault.process === isProcessedByDefault(fault.kind) ? {} : { process: fault.process }),
	};
}
