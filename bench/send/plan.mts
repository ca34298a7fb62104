import type { EngineName } from '../measuring/engines.mts';
import type { ContenderName } from './contenders.mts';
import type { SendOrder, SendRun } from './runs.mts';
import { tasks, type TaskName } from './tasks.mts';

const usual: SendRun = { task: 'fields', format: 'json', items: 10_000, latencyMs: 0 };
const LATENCY_MS = 50;
/**
 * SMS of those who send one after the other, without latency and with it: 10,000 would take ten
 * minutes.
 */
export const ONE_BY_ONE = { atOnce: 500, atLatency: 100 } as const;

const taskNames = Object.keys(tasks) as TaskName[];

/** Runs that take memory for which others may not have made room, or left it: each alone. */
const alone = (
	engine: EngineName,
	contender: ContenderName,
	rounds: number,
	...runs: SendRun[]
): SendOrder[] => runs.map((run) => ({ engine, contender, runs: [run], rounds }));

const oneByOne: readonly SendRun[] = [
	{ ...usual, items: ONE_BY_ONE.atOnce },
	{ ...usual, items: ONE_BY_ONE.atLatency, latencyMs: LATENCY_MS },
];
const large: readonly SendRun[] = [
	{ ...usual, items: 10_000 },
	{ ...usual, items: 100_000 },
];

/** Everything that is measured in one engine, in the order of one round. */
const ordersIn = (engine: EngineName): SendOrder[] => [
	{
		engine,
		contender: 'allMySms',
		rounds: 9,
		runs: [
			...[1, 100, 1_000].map((items) => ({ ...usual, items })),
			...taskNames.filter((task) => task !== usual.task).map((task) => ({ ...usual, task })),
			{ ...usual, format: 'xml' },
			{ ...usual, format: 'rest' },
			...(['json', 'xml', 'rest'] as const).map((format) => ({
				...usual,
				format,
				latencyMs: LATENCY_MS,
			})),
			{ ...usual, task: 'functions', latencyMs: LATENCY_MS },
		],
	},
	...alone(engine, 'allMySms', 9, ...large),
	...alone(engine, 'nothing', 9, ...large),
	{
		engine,
		contender: 'editFields',
		rounds: engine === 'vm-2' ? 2 : 9,
		runs: [
			...[1, 100, 1_000].map((items) => ({ ...usual, items })),
			...taskNames.map((task) => ({ ...usual, task })),
		],
	},
	{
		engine,
		contender: 'httpRequest',
		rounds: 2,
		runs: [usual, { ...usual, latencyMs: LATENCY_MS }],
	},
	{ engine, contender: 'httpRequestLoop', rounds: 2, runs: oneByOne },
	{ engine, contender: 'twilio', rounds: 2, runs: oneByOne },
];

const bareOrder: SendOrder = {
	engine: 'none',
	contender: 'undici',
	rounds: 9,
	runs: [
		...[1, 100, 1_000, 10_000, 100_000].map((items) => ({
			...usual,
			task: 'constant' as const,
			items,
		})),
		{ ...usual, task: 'constant', latencyMs: LATENCY_MS },
	],
};

/** The older line: enough to see whether it differs. */
const olderOrdersIn = (engine: EngineName): SendOrder[] =>
	(['allMySms', 'editFields'] as const).map((contender) => ({
		engine,
		contender,
		rounds: 2,
		runs: (['fields', 'functions'] as const).map((task) => ({ ...usual, task })),
	}));

/** All that is measured, in the order of one round. */
export const fullPlan = (): SendOrder[] => [
	bareOrder,
	...ordersIn('vm-2'),
	...ordersIn('legacy-2'),
	...olderOrdersIn('vm-1'),
	...olderOrdersIn('legacy-1'),
];

/** What part of a plan is wanted; a missing field wants everything. */
export interface SendWish {
	readonly engines?: readonly string[];
	readonly contenders?: readonly string[];
	readonly tasks?: readonly string[];
	readonly items?: readonly number[];
}

const wants = <T,>(wished: readonly T[] | undefined, value: T): boolean =>
	wished === undefined || wished.includes(value);

/** The part of a plan that is wanted. */
export const wishedPlan = (plan: readonly SendOrder[], wish: SendWish): SendOrder[] =>
	plan
		.filter(
			({ engine, contender }) =>
				wants(wish.contenders, contender) && (engine === 'none' || wants(wish.engines, engine)),
		)
		.map((order) => ({
			...order,
			runs: order.runs.filter(
				({ task, items }) => wants(wish.tasks, task) && wants(wish.items, items),
			),
		}))
		.filter(({ runs }) => runs.length > 0);

/** The same with a few items only, to see that everything works. */
export const trialOf = (plan: readonly SendOrder[], most: number): SendOrder[] =>
	plan.map((order) => ({
		...order,
		rounds: 1,
		runs: order.runs.map((run) => ({
			...run,
			items: Math.min(run.items, run.latencyMs > 0 ? Math.ceil(most / 10) : most),
		})),
	}));
