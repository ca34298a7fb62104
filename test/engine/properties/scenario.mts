import fc from 'fast-check';

import type { RequestFaultOrder } from '../../../sandbox/client.mts';
import { phone } from '../../../harness/sms.mts';

/** A run of the node, made up by chance. */
export interface Scenario {
	readonly items: ReadonlyArray<{ readonly to: readonly string[]; readonly name: string }>;
	readonly message: string;
	readonly options: {
		readonly api: 'v9' | 'rest';
		readonly payloadFormat: 'json' | 'xml';
		readonly batchSize: number;
		readonly concurrency: number;
		readonly autoPersonalise: boolean;
	};
	readonly onError: 'stopWorkflow' | 'continueRegularOutput';
	readonly retryOnFail: boolean;
	readonly faults: readonly RequestFaultOrder[];
}

const BAD = ['nonsense', '12', '+1'];

/** Few phones, so that they come up again and again, in several spellings. */
const number = fc.oneof(
	{ weight: 8, arbitrary: fc.nat(5).map(phone) },
	{ weight: 2, arbitrary: fc.nat(5).map((index) => `+${phone(index)}`) },
	{ weight: 1, arbitrary: fc.constantFrom(...BAD) },
	{ weight: 1, arbitrary: fc.constant('33612999907') },
);

const name = fc.oneof(
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
	fc.constantFrom('Anna', '#param_1#', '$&', ' ', '', '0', 'é😀', ']]>'),
);

const fault: fc.Arbitrary<RequestFaultOrder> = fc.record({
	kind: fc.constantFrom('reset-before', 'reset-after', 'refuse', 'truncated', 'html', 'garbage'),
	request: fc.integer({ min: 1, max: 4 }),
});

const statusFault: fc.Arbitrary<RequestFaultOrder> = fc.record({
	kind: fc.constant('status' as const),
	request: fc.integer({ min: 1, max: 4 }),
	status: fc.constantFrom(400, 404, 429, 500, 502),
	retryAfter: fc.constant(0),
	process: fc.constant(false),
});

/** Random items, options and faults. */
export const scenarios: fc.Arbitrary<Scenario> = fc.record({
	items: fc.array(fc.record({ to: fc.array(number, { minLength: 1, maxLength: 4 }), name }), {
		minLength: 1,
		maxLength: 8,
	}),
	message: fc.constantFrom(
		'=Hi {{ $json.name }}!',
		'={{ $json.name }}{{ $json.name }} x',
		'=The same for all',
		'Plain text',
	),
	options: fc
		.record({
			api: fc.constantFrom('v9', 'rest'),
			payloadFormat: fc.constantFrom('json', 'xml'),
			batchSize: fc.integer({ min: 1, max: 5 }),
			concurrency: fc.integer({ min: 1, max: 4 }),
			autoPersonalise: fc.boolean(),
		})
		// REST knows JSON alone, and a node that is set up otherwise is refused.
		.filter(({ api, payloadFormat }) => api === 'v9' || payloadFormat === 'json'),
	onError: fc.constantFrom('stopWorkflow', 'continueRegularOutput'),
	retryOnFail: fc.boolean(),
	faults: fc.array(fc.oneof(fault, statusFault), { maxLength: 3 }),
});

/** What one recipient of one item is to become: a line of the output. */
export interface ExpectedLine {
	readonly item: number;
	/** E.164, or the text where it is no number. */
	readonly to: string;
	/** Null where nothing can leave: no number, or the same as before in the item. */
	readonly text: string | null;
}

/** The text of a scenario's message for a name, by the rules of n8n. */
export function textFor(message: string, given: string): string {
	return message.replace(/^=/, '').replaceAll('{{ $json.name }}', () => given);
}

/** The lines of a scenario, in order. */
export function expectedLines({ items, message }: Scenario): ExpectedLine[] {
	return items.flatMap(({ to, name: given }, item) => {
		const seen = new Set<string>();
		return to.map((raw): ExpectedLine => {
			const own = `+${raw.replace(/^\+/, '')}`;
			if (BAD.includes(raw)) return { item, to: raw, text: null };
			if (seen.has(own)) return { item, to: own, text: null };
			seen.add(own);
			return { item, to: own, text: textFor(message, given) };
		});
	});
}
