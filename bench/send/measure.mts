/** Measures one contender in a process of its own; its order is a {@link SendOrderAt}. */
import type { Engine } from '../../harness/engine.mts';
import { answerWith, givenOrder } from '../../harness/child-program.mts';
import { openMeasured } from '../measuring/engines.mts';
import { watchMemory } from '../measuring/memory.mts';
import { setLatency } from '../provider/client.mts';
import { checkArrived } from './check.mts';
import { contenders, type ContenderName } from './contenders.mts';
import type { SendOrderAt, SendRun, SendTaken } from './runs.mts';
import { contacts, type Contact } from './tasks.mts';
import { leadTwilioTo } from './twilio-host.mts';
import { postAll } from './undici.mts';

const WARM_UP_ITEMS = 300;

/** Does the work; what is measured lies between the two calls. */
type Work = (
	run: SendRun,
	items: readonly Contact[],
	begin: () => void,
	end: () => void,
) => Promise<void>;

/** From the node behind "Start" to the one before "Done". */
function inEngine(engine: Engine, name: Exclude<ContenderName, 'undici'>, origin: string): Work {
	const { workflow } = contenders[name];
	return async ({ task, format }, items, begin, end) => {
		let hasBegun = false;
		const isAround = (node: string): boolean => node === 'Start' || node === 'Done';
		const run = await engine.execute(workflow(task, format, origin), {
			items,
			watch: {
				before: (node) => {
					if (node === 'Done') end();
					if (hasBegun || isAround(node)) return;
					hasBegun = true;
					begin();
				},
				after: () => undefined,
			},
		});
		const { error, runData } = run.data.resultData;
		if (error) throw new Error(`${name}: ${error.message}`);
		const given = runData.Done?.at(-1)?.data?.main?.[0]?.length;
		if (given !== items.length) throw new Error(`${name} gave ${given} of ${items.length} items`);
	};
}

async function workOf({ contender, engine, origin }: SendOrderAt): Promise<Work> {
	if (contender === 'undici' || engine === 'none') {
		return async ({ task }, ...rest) => await postAll(origin, task, ...rest);
	}
	if (contender === 'twilio') leadTwilioTo(origin);
	const opened = await openMeasured(engine, contenders[contender].credential(origin));
	return inEngine(opened, contender, origin);
}

const order = givenOrder() as SendOrderAt;
const work = await workOf(order);
const { origin, contender } = order;
const sends = contender === 'undici' || contenders[contender].sends;

async function take(run: SendRun): Promise<SendTaken> {
	const items = contacts(run.items);
	await setLatency(origin, run.latencyMs);
	globalThis.gc?.();
	let taken = { ms: 0, cpuMs: 0, extraMb: 0 };
	let end = (): void => undefined;
	const begin = (): void => {
		const memory = watchMemory('self');
		const cpu = process.cpuUsage();
		const time = performance.now();
		end = () => {
			const ms = performance.now() - time;
			const { user, system } = process.cpuUsage(cpu);
			taken = { ms, cpuMs: (user + system) / 1000, extraMb: memory.peakMb() - memory.beforeMb };
		};
	};
	await work(run, items, begin, () => end());
	if (!sends) return { ...taken, requests: 0, lost: 0 };
	const checked = await checkArrived(origin, run.task, items, contender === 'httpRequest');
	return { ...taken, ...checked };
}

const warmUps = new Map(
	order.runs.map((run) => [
		`${run.task} ${run.format}`,
		{ ...run, latencyMs: 0, items: Math.min(run.items, WARM_UP_ITEMS) },
	]),
);
for (const run of warmUps.values()) await take(run);
const taken: SendTaken[] = [];
for (const run of order.runs) taken.push(await take(run));
answerWith(taken);
