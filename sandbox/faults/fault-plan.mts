import { isForPushes, type Fault, type PushFault, type RequestFault } from './fault.mts';

/** What tells one endpoint from another: no slash at its ends, no case. */
export const endpointKey = (endpoint: string): string =>
	endpoint
		.trim()
		.replace(/^\/+|\/+$/g, '')
		.toLowerCase();

/** The faults that wait, and which of them the next request or push meets. */
export class FaultPlan {
	private faults: readonly Fault[] = [];

	get waiting(): readonly Fault[] {
		return this.faults;
	}

	set(faults: readonly Fault[]): void {
		this.faults = faults;
	}

	/** @param names the endpoint as clients and the documentation call it */
	nextForRequest(names: readonly string[]): RequestFault | null {
		const keys = names.map(endpointKey);
		return this.strike(
			(fault): fault is RequestFault =>
				!isForPushes(fault) &&
				(fault.endpoint === undefined || keys.includes(endpointKey(fault.endpoint))),
		);
	}

	nextForPush(): PushFault | null {
		return this.strike(isForPushes);
	}

	/**
	 * Every matching fault counts the occasion. One that waited for exactly this occasion strikes,
	 * else the first that strikes at any.
	 */
	private strike<F extends Fault>(matches: (fault: Fault) => fault is F): F | null {
		const matching = this.faults.filter(matches);
		const struck =
			matching.find(({ request }) => request === 1) ??
			matching.find(({ request }) => request === undefined) ??
			null;
		for (const fault of matching) {
			if (fault.request !== undefined && fault.request > 1) fault.request--;
		}
		if (struck === null) return null;
		delete struck.request;
		if (struck.times === 1) this.faults = this.faults.filter((fault) => fault !== struck);
		else if (struck.times > 1) struck.times--;
		return struck;
	}
}
