import { watchMemory } from '../measuring/memory.mts';
import type { Figure } from '../measuring/results.mts';
import { percentile, spreadOf } from '../measuring/statistics.mts';
import { startTriggers, type ServedTrigger, type TriggerInstance } from './instance.mts';
import { pushReceipts } from './push.mts';
import { triggerContenders, type TriggerName } from './workflows.mts';

/** How n8n is set up. */
export const instances = {
	default: { title: 'as it comes', env: {}, pushes: 60, storm: true },
	lazy: {
		title: '`N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true`',
		env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
		pushes: 300,
		storm: true,
	},
	lazyAndCache: {
		title:
			'`N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true` and `N8N_EXPRESSION_ENGINE_COMPILE_CACHE=true`',
		env: {
			N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
			N8N_EXPRESSION_ENGINE_COMPILE_CACHE: 'true',
		},
		pushes: 300,
		storm: false,
	},
} as const;

export type InstanceName = keyof typeof instances;

/** How much is pushed. */
export interface TriggerLoad {
	/** Times the pushes of a round. */
	readonly share: number;
	/** Receipts of the storm. */
	readonly storm: number;
	readonly rounds: number;
	/** For triggers whose pushes do not wait for each other. */
	readonly atOnce: number;
}

/** Gathering holds at most 100 pushes for one execution. */
const STORM_AT_ONCE = 200;
const STORMED = ['webhook', 'gathered'] as const satisfies readonly TriggerName[];

interface Taken {
	readonly perSecond: number;
	readonly p50Ms: number;
	readonly p99Ms: number;
	readonly executions: number;
	readonly seconds: number;
	readonly extraMb: number;
}

/** Pushes, waits until all executions have ended, and checks that no event was lost or came twice. */
async function take(
	n8n: TriggerInstance,
	trigger: ServedTrigger,
	count: number,
	atOnce: number,
): Promise<Taken> {
	const before = await n8n.executions(trigger);
	const memory = watchMemory(n8n.pid);
	const begin = performance.now();
	const { seconds, answersMs } = await pushReceipts(n8n.url, trigger.path, count, atOnce);
	const executions = (await n8n.executions(trigger)) - before;
	const untilEnd = (performance.now() - begin) / 1000;
	const extraMb = memory.peakMb() - memory.beforeMb;
	const { starts } = triggerContenders[trigger.name];
	const items =
		starts === 'few' && executions <= 100 ? await n8n.itemsOf(trigger, executions) : null;
	const isRight =
		starts === 'each' ? executions === count : starts === 'none' ? executions === 0 : true;
	if (!isRight || (items !== null && items !== count)) {
		throw new Error(`${trigger.name}: ${count} pushes, ${executions} executions, ${items} events`);
	}
	return {
		perSecond: count / seconds,
		p50Ms: percentile(answersMs, 0.5),
		p99Ms: percentile(answersMs, 0.99),
		executions,
		seconds: untilEnd,
		extraMb,
	};
}

function figureOf(subject: Figure['subject'], taken: readonly Taken[]): Figure {
	const of = (name: keyof Taken) => spreadOf(taken.map((each) => each[name]));
	return {
		part: 'trigger',
		subject,
		at: new Date().toISOString(),
		measured: {
			perSecond: of('perSecond'),
			p50Ms: of('p50Ms'),
			p99Ms: of('p99Ms'),
			executions: of('executions'),
			seconds: of('seconds'),
			...(taken.every(({ extraMb }) => Number.isFinite(extraMb)) ? { extraMb: of('extraMb') } : {}),
		},
	};
}

async function measureIn(
	instance: InstanceName,
	names: readonly TriggerName[],
	load: TriggerLoad,
	tell: (what: string) => void,
): Promise<Figure[]> {
	const { env, pushes, storm } = instances[instance];
	const count = Math.ceil(pushes * load.share);
	tell(`trigger: starting n8n (${instance})`);
	const n8n = await startTriggers(env, names);
	try {
		const taken = new Map<ServedTrigger, Taken[]>(n8n.triggers.map((each) => [each, []]));
		for (const trigger of n8n.triggers) await take(n8n, trigger, 10, 2);
		for (let round = 1; round <= load.rounds; round++) {
			for (const [trigger, all] of taken) {
				tell(`trigger ${round}/${load.rounds}: ${trigger.name} (${instance}), ${count} pushes`);
				// Pushes that wait for one another would only show how many there may be at once.
				const atOnce = trigger.name === 'gathered' ? count : load.atOnce;
				all.push(await take(n8n, trigger, count, atOnce));
			}
		}
		const figures = [...taken].map(([{ name: contender }, all]) =>
			figureOf(
				{
					instance,
					contender,
					pushes: count,
					atOnce: contender === 'gathered' ? count : load.atOnce,
				},
				all,
			),
		);
		for (const trigger of n8n.triggers) {
			if (!storm || !STORMED.some((name) => name === trigger.name)) continue;
			tell(`trigger: ${load.storm} receipts at once, ${trigger.name} (${instance})`);
			const subject = { instance, contender: trigger.name, storm: load.storm };
			figures.push(figureOf(subject, [await take(n8n, trigger, load.storm, STORM_AT_ONCE)]));
		}
		return figures;
	} finally {
		await n8n.stop();
	}
}

/** Measures triggers in a real n8n, one set-up after the other. */
export async function measureTriggers(
	names: readonly TriggerName[],
	wanted: readonly InstanceName[],
	load: TriggerLoad,
	tell: (what: string) => void,
): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const instance of wanted) figures.push(...(await measureIn(instance, names, load, tell)));
	return figures;
}
