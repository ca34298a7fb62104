import type { Results } from '../measuring/results.mts';
import { ONE_BY_ONE } from '../send/plan.mts';
import {
	besideEditFields,
	besideWebhook,
	extraMb,
	inBothEngines,
	large,
	MAIN,
	ofPackage,
	perSms,
	storm,
	timesFaster,
	type Measure,
	type TargetFigure,
} from './ratios.mts';

/** A figure beside its target. */
export interface Judged extends TargetFigure {
	readonly holds: boolean;
}

/** What the project wants to be, as a ratio of medians or a size. */
export interface Target {
	readonly title: string;
	readonly aim: { readonly atMost: number } | { readonly atLeast: number };
	/** Written behind the number. */
	readonly unit: string;
	readonly figures: Measure;
	/** Why it misses where it does, as a profile shows it; nothing where it does not miss. */
	readonly why?: string;
}

/** All of them, in the order of the page. */
export const targets: readonly Target[] = [
	{
		title: '10,000 SMS, two plain fields or two function calls, time beside Edit Fields, `legacy`',
		aim: { atMost: 0.12 },
		unit: '',
		figures: besideEditFields(['legacy-2', 'legacy-1']),
		why: 'These are first runs of a process. V8 has not compiled the code yet, and its room for new objects grows from 39 to 123 MB, which is nearly all of the extra memory of 10,000 SMS. In one process, six runs of two plain fields took 245, 148, 126, 160, 124 and 121 ms: 0.09 of Edit Fields from the third on. By profile, n8n evaluates the expressions of 10,000 items in 8 ms; half of the rest is reading and checking the items, a quarter the answers of AllMySMS.',
	},
	{
		title: '10,000 SMS, two plain fields or two function calls, time beside Edit Fields, `vm`',
		aim: { atMost: 0.04 },
		unit: '',
		figures: besideEditFields(['vm-2', 'vm-1']),
	},
	{
		title: 'beside HTTP Request one by one, no latency, times faster',
		aim: { atLeast: 40 },
		unit: '',
		figures: timesFaster('httpRequestLoop', 0, ONE_BY_ONE.atOnce),
	},
	{
		title: 'beside HTTP Request one by one, 50 ms latency, times faster',
		aim: { atLeast: 300 },
		unit: '',
		figures: timesFaster('httpRequestLoop', 50, ONE_BY_ONE.atLatency),
	},
	{
		title: 'beside HTTP Request with all requests at once, no latency, times faster',
		aim: { atLeast: 40 },
		unit: '',
		figures: timesFaster('httpRequest', 0, 10_000),
		why: 'Side by side, requests of the HTTP Request node wait for nobody: what is compared is the work of n8n for 10,000 requests with the first run of a process (see the first row). Later runs take half of that.',
	},
	{
		title: 'beside HTTP Request with all requests at once, 50 ms latency, times faster',
		aim: { atLeast: 300 },
		unit: '',
		figures: timesFaster('httpRequest', 50, 10_000),
		why: 'With all requests at once their latencies pass at the same time: HTTP Request then pays for the work of n8n alone, and takes hardly longer than without latency, while our ten requests still wait for three answers in a row. No API for sending SMS bears 10,000 connections at once; the row above is what people can do.',
	},
	{
		title: 'beside Twilio, 50 ms latency, times faster',
		aim: { atLeast: 1_000 },
		unit: '',
		figures: timesFaster('twilio', 50, ONE_BY_ONE.atLatency),
	},
	{
		title: 'constant text, 10,000 SMS, time beside a bare undici program',
		aim: { atMost: 3 },
		unit: '',
		figures: inBothEngines(
			(results, engine) =>
				perSms(results, { ...MAIN, engine, task: 'constant', contender: 'allMySms' }) /
				perSms(results, { ...MAIN, engine: 'none', task: 'constant', contender: 'undici' }),
		),
		why: 'The bare program posts payloads that were made before: it reads no items, checks no numbers, remembers nothing for "Retry On Fail", finds no SMS in the answers and makes no items. All that takes 10 µs per SMS in a warm process (six runs of 10,000 took 142, 107, 89, 105, 96 and 97 ms), the request itself one. By profile of a warm run: reading and checking the items 45 %, the answers 15 %, what must not be sent twice 10 %, the items of the output 5 %, collecting garbage 15 %.',
	},
	{
		title: '100,000 SMS beside 10,000, time',
		aim: { atMost: 11 },
		unit: '',
		figures: inBothEngines(
			(results, engine) =>
				large(results, engine, 'allMySms', 100_000, 'ms') /
				large(results, engine, 'allMySms', 10_000, 'ms'),
		),
	},
	{
		title: '100,000 SMS beside 10,000, extra memory',
		aim: { atMost: 10 },
		unit: '',
		figures: inBothEngines(
			(results, engine) => extraMb(results, engine, 100_000) / extraMb(results, engine, 10_000),
		),
	},
	{
		title: 'extra peak memory per SMS, of 100,000',
		aim: { atMost: 1 },
		unit: ' kB',
		figures: inBothEngines(
			(results, engine) => extraMb(results, engine, 100_000) * (1024 / 100_000),
		),
		why: 'With all garbage collected after each stage, an SMS takes 0.5 kB when its item was read (its text, the values in it, the recipient), 0.45 kB more when it was answered for (its outcome and id, and what a second try must not send again), and 0.15 kB more as an item of the output. The rest is room that V8 keeps for what is thrown away. In `vm` the copies that go to the isolate and come back from it are added.',
	},
	{
		title: 'trigger with token, pushes a second beside the Webhook node, n8n as it comes',
		aim: { atLeast: 0.6 },
		unit: '',
		figures: besideWebhook('token', 'default'),
		why: 'n8n readies an isolate before it calls the webhook of any node but its own Webhook node, and another one for the execution, which the Webhook node needs too; the trigger uses neither. With lazy acquire neither is made.',
	},
	{
		title: 'trigger with token, pushes a second beside the Webhook node, lazy acquire',
		aim: { atLeast: 0.95 },
		unit: '',
		figures: besideWebhook('token', 'lazy'),
	},
	{
		title: 'filtered out, with token, pushes a second beside the Webhook node, n8n as it comes',
		aim: { atLeast: 1.2 },
		unit: '',
		figures: besideWebhook('filtered', 'default'),
		why: 'One isolate is readied for each push before the node is called; the Webhook node needs one too, for its execution. So the two cost nearly the same as n8n comes, although one of them starts nothing.',
	},
	{
		title: 'filtered out, with token, pushes a second beside the Webhook node, lazy acquire',
		aim: { atLeast: 3 },
		unit: '',
		figures: besideWebhook('filtered', 'lazy'),
	},
	{
		title: '2,000 receipts, gathered, executions beside the Webhook node',
		aim: { atMost: 1 / 20 },
		unit: '',
		figures: storm('executions'),
	},
	{
		title: '2,000 receipts, gathered, time beside the Webhook node',
		aim: { atMost: 0.5 },
		unit: '',
		figures: storm('seconds'),
		why: 'As n8n comes, every gathered push has an isolate of its own readied before the node is called: gathering spares the executions, not these.',
	},
	{
		title: '`require` of all entries beyond n8n-workflow',
		aim: { atMost: 60 },
		unit: ' ms',
		figures: ofPackage('ms', 1),
	},
	{
		title: 'unpacked package',
		aim: { atMost: 1 },
		unit: ' MB',
		figures: ofPackage('unpackedBytes', 1_000_000),
	},
];

/** The figures of a target; one that was not measured does not hold. */
export const judged = (target: Target, results: Results): Judged[] =>
	target.figures(results).map((figure) => ({
		...figure,
		holds:
			'atMost' in target.aim
				? figure.value <= target.aim.atMost
				: figure.value >= target.aim.atLeast,
	}));
