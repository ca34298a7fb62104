import { runProgram } from '../../harness/child-program.mts';
import type { EngineName } from '../measuring/engines.mts';
import type { Figure } from '../measuring/results.mts';
import { spreadOf } from '../measuring/statistics.mts';
import { startProvider } from '../provider/client.mts';

/** Who reads how many rows of one answer. */
export interface ReadOrder {
	readonly engine: EngineName;
	/** `httpRequest` is HTTP Request and Split Out behind it. */
	readonly contender: 'allMySms' | 'httpRequest';
	readonly rows: number;
}

/** What it took; see `SendTaken`. */
export interface ReadTaken {
	readonly ms: number;
	readonly extraMb: number;
}

const orders = (most: number): ReadOrder[] =>
	(['vm-2', 'legacy-2'] as const).flatMap((engine) =>
		(['allMySms', 'httpRequest'] as const).flatMap((contender) =>
			[10_000, 100_000].map((rows) => ({ engine, contender, rows: Math.min(rows, most) })),
		),
	);

/** Measures how long large answers take to read. */
export async function measureReading(
	rounds: number,
	most: number,
	tell: (what: string) => void,
): Promise<Figure[]> {
	const provider = await startProvider();
	const gathered = orders(most).map((order) => ({ order, taken: [] as ReadTaken[] }));
	try {
		for (let round = 1; round <= rounds; round++) {
			for (const { order, taken } of gathered) {
				tell(`reads ${round}/${rounds}: ${order.contender} in ${order.engine}, ${order.rows} rows`);
				taken.push(
					await runProgram('bench/reads/measure.mts', { ...order, origin: provider.origin }),
				);
			}
		}
	} finally {
		await provider.stop();
	}
	return gathered.map(({ order, taken }) => ({
		part: 'reads',
		subject: { ...order },
		at: new Date().toISOString(),
		measured: {
			ms: spreadOf(taken.map(({ ms }) => ms)),
			...(taken.every(({ extraMb }) => Number.isFinite(extraMb))
				? { extraMb: spreadOf(taken.map(({ extraMb }) => extraMb)) }
				: {}),
		},
	}));
}
