import { runProgram } from '../../harness/child-program.mts';
import type { Figure } from '../measuring/results.mts';
import { spreadOf } from '../measuring/statistics.mts';
import { startProvider } from '../provider/client.mts';
import type { SendOrder, SendOrderAt, SendRun, SendTaken } from './runs.mts';

/** What all rounds of one run took. */
interface Gathered {
	readonly order: SendOrder;
	readonly run: SendRun;
	readonly taken: SendTaken[];
}

const figureOf = ({ order, run, taken }: Gathered): Figure => {
	const of = (name: keyof SendTaken) => spreadOf(taken.map((each) => each[name]));
	const { engine, contender, runs } = order;
	// Elsewhere other runs of the same process have made room before.
	const isAlone = runs.length === 1;
	return {
		part: 'send',
		subject: { engine, contender, ...run },
		at: new Date().toISOString(),
		measured: {
			ms: of('ms'),
			cpuMs: of('cpuMs'),
			...(isAlone && taken.every(({ extraMb }) => Number.isFinite(extraMb))
				? { extraMb: of('extraMb') }
				: {}),
			requests: of('requests'),
			...(taken.some(({ lost }) => lost > 0) ? { lost: of('lost') } : {}),
		},
	};
};

/**
 * Runs a plan: in each round every order once, each in a fresh process, against one provider.
 *
 * @param tell told what is being done
 */
export async function measureSending(
	plan: readonly SendOrder[],
	rounds: number,
	tell: (what: string) => void,
): Promise<Figure[]> {
	const provider = await startProvider();
	const gathered = plan.map((order) =>
		order.runs.map((run): Gathered => ({ order, run, taken: [] })),
	);
	try {
		for (let round = 1; round <= rounds; round++) {
			for (const [index, order] of plan.entries()) {
				if (round > order.rounds) continue;
				tell(
					`send ${round}/${rounds}: ${order.contender} in ${order.engine}, ${order.runs.length} runs`,
				);
				const taken = await runProgram<SendTaken[]>('bench/send/measure.mts', {
					...order,
					origin: provider.origin,
				} satisfies SendOrderAt);
				taken.forEach((each, place) => gathered[index]?.[place]?.taken.push(each));
			}
		}
	} finally {
		await provider.stop();
	}
	return gathered.flat().map(figureOf);
}
