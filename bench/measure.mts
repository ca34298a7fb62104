/** Measures one contestant in a process of its own: `measure.mts <contestant> <provider> <items> <rounds>`. */
import { openEngine } from '../harness/engine.mts';
import { endNode, startNode, workflowOf } from '../harness/workflow.mts';
import { benchLine, contestants } from './contestants.mts';
import { median, type Measurement } from './measurement.mts';
import { takeCounts, type Seen } from './provider.mts';

const WARM_UP_ITEMS = 500;
const MB = 1024 * 1024;

const itemsOf = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		phone: `0612${String(index).padStart(6, '0')}`,
		name: `Recipient ${index}`,
		date: `2026-05-${String((index % 28) + 1).padStart(2, '0')}`,
	}));

async function measure(
	name: string,
	origin: string,
	items: number,
	rounds: number,
): Promise<Measurement> {
	const contestant = Object.entries(contestants).find(([key]) => key === name)?.[1];
	if (!contestant) throw new Error(`There is no contestant ${name}`);
	const credential = { login: 'bench', apiKey: 'bench-key', baseUrl: origin };
	const engine = await openEngine(benchLine, credential);
	const workflow = workflowOf(
		[startNode(), contestant.node(origin), endNode('Done')],
		[
			['Start', ['Measured']],
			['Measured', ['Done']],
		],
	);
	const round = async (count: number): Promise<number> => {
		const run = await engine.run(workflow, { items: itemsOf(count) });
		if (run.error) throw new Error(`${name}: ${run.error.message}`);
		if (run.itemsOf('Done').length !== count) throw new Error(`${name} lost items`);
		return run.runsOf('Measured')[0]?.milliseconds ?? Number.NaN;
	};
	await round(WARM_UP_ITEMS);
	await takeCounts(origin);
	const loadedMb = process.memoryUsage().rss / MB;
	const roundsMs: number[] = [];
	let seen: Seen = { requests: 0, recipients: 0 };
	for (let index = 0; index < rounds; index++) {
		roundsMs.push(await round(items));
		seen = await takeCounts(origin);
	}
	const peakMb = process.resourceUsage().maxRSS / 1024;
	return { items, ...seen, roundsMs, ms: median(roundsMs), loadedMb, peakMb };
}

const [name = '', origin = '', items = '10000', rounds = '3'] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await measure(name, origin, Number(items), Number(rounds))));
process.exit(0);
