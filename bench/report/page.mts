import type { Results } from '../measuring/results.mts';
import { engines } from '../measuring/engines.mts';
import type { ReportTable } from './report-table.mts';
import { ONE_BY_ONE } from '../send/plan.mts';
import { reportTables } from './tables.mts';
import { judged, targets, type Target } from './targets.mts';
import { digits, markdownTable, NOTHING } from './words.mts';

const aimOf = ({ aim, unit }: Target): string =>
	'atMost' in aim
		? `at most ${digits(aim.atMost)}${unit}`
		: `at least ${digits(aim.atLeast)}${unit}`;

/** Each target with its figures; those that miss are set in bold. */
function targetRows(results: Results): string[][] {
	return targets.map((target) => {
		const figures = judged(target, results);
		const told = figures.map(({ where, value, holds }) => {
			const number = `${digits(value)}${Number.isFinite(value) ? target.unit : ''}`;
			const text = where === '' ? number : `${where}: ${number}`;
			return holds || !Number.isFinite(value) ? text : `**${text}**`;
		});
		const known = figures.filter(({ value }) => Number.isFinite(value));
		const missed = known.filter(({ holds }) => !holds).length;
		const all = missed === 0 ? 'yes' : missed === known.length ? 'no' : 'in part';
		return [target.title, aimOf(target), told.join('; '), known.length === 0 ? NOTHING : all];
	});
}

const TARGET_HEAD = ['Figure', 'Target', 'Measured', 'Reached'];

/** The targets as a table of texts, header first, for the terminal. */
export const targetTable = (results: Results): string[][] => [
	TARGET_HEAD,
	...targetRows(results).map((row) => row.map((cell) => cell.replace(/[*`]/g, ''))),
];

function misses(results: Results): string {
	const missed = targets.filter((target) =>
		judged(target, results).some(({ value, holds }) => Number.isFinite(value) && !holds),
	);
	const unknown = targets.filter((target) =>
		judged(target, results).some(({ value }) => !Number.isFinite(value)),
	);
	const lines = [
		...missed.map(({ title, why }) => `- **${title}**: ${why ?? 'not looked into yet.'}`),
		...unknown.map(({ title }) => `- ${title}: not, or not wholly, measured yet.`),
	];
	return lines.length === 0 ? 'Nothing misses.' : lines.join('\n');
}

const chapter = ([title, tables]: [string, ReportTable[]]): string =>
	[
		`## ${title}`,
		...tables.flatMap(({ title: name, head, rows, remark }) => [
			`### ${name}`,
			markdownTable(head, rows),
			...(remark === undefined ? [] : [remark]),
		]),
	].join('\n\n');

function measuredAt({ figures, machine }: Results): string {
	const days = [...new Set(figures.map(({ at }) => at.slice(0, 10)))].sort();
	const [first, last] = [days[0], days.at(-1)];
	if (first === undefined || last === undefined) return 'which holds nothing yet';
	const when = first === last ? `on ${first}` : `from ${first} to ${last}`;
	return `measured ${when} on ${machine.processors}, ${machine.memoryGb} GB, ${machine.platform}`;
}

const METHOD = `- **The engine is n8n's own**, of an installed n8n 2.41 and 1.123, on Node 24, with the built pack and n8n's own nodes in it. \`vm\` runs expressions in an isolate, with the settings that n8n has as it comes; \`legacy\` is \`N8N_EXPRESSION_ENGINE=legacy\`. The database, the editor and the storing of executions are left out for sending and reading; pushes go to a whole n8n with SQLite.
- **The provider is a process of its own** on plain sockets of the same machine. It answers as AllMySMS does, at once or after 50 ms, and keeps what came.
- **Every SMS is counted.** After each run the provider's SMS are compared with what was to be sent, number by number and text by text: a run in which one is missing, came twice or has another text counts for nothing and stops the benchmark. For pushes, executions and events are counted. Only *HTTP Request, all at once* may lose requests; its losses are written into the results.
- **Each contender has a fresh process in each round**, warmed up with 300 items; contenders take turns, so that a slow moment of the machine does not meet one alone. What takes long has two rounds where the others have three. Runs of 10,000 and 100,000 SMS whose memory is measured have a process of their own. Figures are medians, with the lowest and the highest round behind them.
- **Time** goes from the moment when n8n begins with the node to the moment when it begins with the next one. **Processor time** is that of n8n's process, without the provider. **Memory** is resident memory: its highest point during the run less what the process had before; the row *No node* shows what n8n needs to pass the items on.
- **Contenders** get the same items (seven fields, some 200 characters) and the same expressions. *Edit Fields* writes number and text into two fields and sends nothing. *HTTP Request, all at once* is what the node does with many items unless it is told otherwise; *one by one* is the node in a Loop Over Items, one item at a time. *Twilio* is n8n's node; it has no setting for the host, so that Node's \`https.request\` is replaced in its process, and leads its requests to the provider without encryption, which spares it work. *Bare undici program* posts payloads that were written before, 1,000 numbers each, four at a time, and reads the answers.
- **Whoever sends one after the other** is measured with ${ONE_BY_ONE.atOnce} SMS, at 50 ms with ${ONE_BY_ONE.atLatency}, and reckoned per SMS: 10,000 would take ten minutes each.
- **Pushes** are receipts as forms, 10 at a time on kept connections, each about another SMS; the storm has 200 at a time. *Gathered* answers a push when its execution has begun, so that its pushes a second depend on how many there are at once; it gets all pushes of a round at once, and is compared in the storm.`;

/** The page `docs/performance.md`. */
export function performancePage(results: Results): string {
	return `${[
		'# Performance',
		`What sending and taking pushes cost, beside other ways to do the same. This page is written by \`npm run bench\` from \`bench/results.json\`, ${measuredAt(results)}. Other machines give other times; the ratios stay much the same.`,
		'![Time for 1,000 SMS and pushes a second, AllMySMS beside others](images/performance.svg)',
		'## Targets',
		'Ratios of medians. What misses is set in bold.',
		markdownTable(TARGET_HEAD, targetRows(results)),
		'### What misses, and why',
		misses(results),
		...Object.entries(reportTables(results)).map(chapter),
		'## How it is measured',
		`Engines: ${Object.entries(engines)
			.map(([name, { title }]) => `\`${name}\` is ${title}`)
			.join('; ')}.`,
		METHOD,
		'## Measuring again',
		'`npm run bench` measures everything and writes this page. A part, with figures that replace those of the same kind and leave the others as they are: `npm run bench -- --only send,trigger --rounds 5`, further narrowed with `--engines vm-2`, `--contenders allMySms,editFields`, `--tasks fields`, `--items 10000` and `--instances lazy`. `npm run bench -- --trial` only shows that everything works, with few items, and keeps no figures; `npm run bench -- --page` measures nothing and writes the page anew.',
	].join('\n\n')}\n`;
}
