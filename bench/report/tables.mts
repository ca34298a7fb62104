import { engines, type EngineName } from '../measuring/engines.mts';
import { found, type Results, type Subject } from '../measuring/results.mts';
import { titleOf, type ContenderName } from '../send/contenders.mts';
import { ONE_BY_ONE } from '../send/plan.mts';
import { tasks, type TaskName } from '../send/tasks.mts';
import type { ReportTable } from './report-table.mts';
import { storms, triggers } from './trigger-tables.mts';
import { digits, NOTHING, told } from './words.mts';

const newest = ['vm-2', 'legacy-2'] as const satisfies EngineName[];
const SIZES = [1, 100, 1_000, 10_000, 100_000];
const MAIN: Subject = { task: 'fields', format: 'json', items: 10_000, latencyMs: 0 };
const engineTitle = (name: EngineName): string => engines[name].title;

const ms = (results: Results, subject: Subject) => found(results, 'send', subject, 'ms');

const sizes = (results: Results): ReportTable => ({
	title: 'From 1 to 100,000 SMS, ms',
	head: ['Two plain fields', ...SIZES.map((size) => size.toLocaleString('en-US'))],
	rows: [
		...newest.flatMap((engine) =>
			(['allMySms', 'editFields', 'nothing'] as const).map((contender) => [
				`${titleOf(contender)}, ${engine}`,
				...SIZES.map((items) => told(ms(results, { ...MAIN, engine, contender, items }))),
			]),
		),
		[
			`${titleOf('undici')} (constant text)`,
			...SIZES.map((items) =>
				told(ms(results, { ...MAIN, task: 'constant', contender: 'undici', items })),
			),
		],
	],
});

const byText = (
	results: Results,
	title: string,
	names: readonly EngineName[],
	taskNames: readonly TaskName[],
): ReportTable => ({
	title,
	head: ['Text', ...names.flatMap((engine) => [`AllMySMS, ${engine}`, `Edit Fields, ${engine}`])],
	rows: taskNames.map((task) => [
		tasks[task].title,
		...names.flatMap((engine) =>
			(['allMySms', 'editFields'] as const).map((contender) =>
				told(ms(results, { ...MAIN, engine, contender, task })),
			),
		),
	]),
});

const texts = (results: Results): ReportTable[] => [
	byText(
		results,
		'10,000 SMS, by what stands in the text, ms',
		newest,
		Object.keys(tasks) as TaskName[],
	),
	byText(results, 'The same in n8n 1.123, ms', ['vm-1', 'legacy-1'], ['fields', 'functions']),
];

/** Contenders that do less than 10,000, with what they do. */
const SENDERS: ReadonlyArray<{ name: ContenderName; items: number; itemsAtLatency: number }> = [
	{ name: 'allMySms', items: 10_000, itemsAtLatency: 10_000 },
	{ name: 'httpRequest', items: 10_000, itemsAtLatency: 10_000 },
	{ name: 'httpRequestLoop', items: ONE_BY_ONE.atOnce, itemsAtLatency: ONE_BY_ONE.atLatency },
	{ name: 'twilio', items: ONE_BY_ONE.atOnce, itemsAtLatency: ONE_BY_ONE.atLatency },
	{ name: 'undici', items: 10_000, itemsAtLatency: 10_000 },
];

function senderRow(
	results: Results,
	engine: EngineName,
	{ name, items, itemsAtLatency }: (typeof SENDERS)[number],
): string[] {
	const common =
		name === 'undici'
			? { ...MAIN, task: 'constant', contender: name }
			: { ...MAIN, engine, contender: name };
	const cpu = found(results, 'send', { ...common, items }, 'cpuMs');
	const requests = found(results, 'send', { ...common, items }, 'requests');
	return [
		name === 'undici' ? `${titleOf(name)} (constant text)` : titleOf(name),
		told(ms(results, { ...common, items }), items / 1000),
		told(ms(results, { ...common, items: itemsAtLatency, latencyMs: 50 }), itemsAtLatency / 1000),
		told(cpu, items / 1000),
		requests ? digits(requests.median / (items / 1000)) : NOTHING,
		items === itemsAtLatency ? digits(items) : `${digits(items)}; ${digits(itemsAtLatency)}`,
	];
}

const senders = (results: Results): ReportTable[] =>
	newest.map((engine) => ({
		title: `Beside other ways to send, two plain fields, ${engineTitle(engine)}`,
		head: [
			'For 1,000 SMS',
			'ms, no latency',
			'ms, latency 50 ms',
			'processor, ms',
			'requests',
			'SMS in the run',
		],
		rows: SENDERS.map((sender) => senderRow(results, engine, sender)),
		remark:
			'Runs of fewer SMS are reckoned to 1,000: whoever sends one after the other takes as long for each.',
	}));

const formats = (results: Results): ReportTable => ({
	title: '10,000 SMS by API and payload, two plain fields, ms',
	head: ['AllMySMS', 'JSON', 'XML', 'REST', 'JSON, 50 ms', 'XML, 50 ms', 'REST, 50 ms'],
	rows: newest.map((engine) => [
		engine,
		...[0, 50].flatMap((latencyMs) =>
			['json', 'xml', 'rest'].map((format) =>
				told(ms(results, { ...MAIN, engine, contender: 'allMySms', format, latencyMs })),
			),
		),
	]),
});

const memory = (results: Results): ReportTable => ({
	title: 'Peak memory beyond what the process had before, two plain fields, MB',
	head: ['', '10,000 SMS', '100,000 SMS'],
	rows: newest.flatMap((engine) =>
		(['allMySms', 'nothing'] as const).map((contender) => [
			`${titleOf(contender)}, ${engine}`,
			...[10_000, 100_000].map((items) =>
				told(found(results, 'send', { ...MAIN, engine, contender, items }, 'extraMb')),
			),
		]),
	),
});

const reads = (results: Results): ReportTable => ({
	title: 'Delivery Report › Get Many',
	head: ['', '10,000 rows, ms', '100,000 rows, ms', '100,000 rows, extra memory, MB'],
	rows: newest.flatMap((engine) =>
		(['allMySms', 'httpRequest'] as const).map((contender) => {
			const of = (rows: number, name: string) =>
				told(found(results, 'reads', { engine, contender, rows }, name));
			const title = contender === 'allMySms' ? 'AllMySMS' : 'HTTP Request and Split Out';
			return [`${title}, ${engine}`, of(10_000, 'ms'), of(100_000, 'ms'), of(100_000, 'extraMb')];
		}),
	),
});

const loading = (results: Results): ReportTable => {
	const of = (name: string, per = 1) =>
		told(found(results, 'load', { what: 'package' }, name), per);
	return {
		title: 'Loading',
		head: ['`require` of all entries, ms', 'unpacked, kB', 'tarball, kB'],
		rows: [[of('ms'), of('unpackedBytes', 1000), of('packedBytes', 1000)]],
	};
};

/** Everything that was measured, by the chapter of the page. */
export const reportTables = (results: Results): Readonly<Record<string, ReportTable[]>> => ({
	Sending: [
		sizes(results),
		...texts(results),
		...senders(results),
		formats(results),
		memory(results),
	],
	'Taking pushes': [...triggers(results), storms(results)],
	'Reading and loading': [reads(results), loading(results)],
});
