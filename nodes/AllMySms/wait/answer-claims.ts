/** The end of an HTTP answer. */
export interface AnswerEnd {
	readonly statusCode: number;
	once(event: 'close', listener: () => void): unknown;
}

/** Longer than n8n needs to note that an execution goes on; after that n8n itself refuses. */
const KEPT_MS = 60_000;

/**
 * Lets one of several answers that arrive at once decide. n8n 1.x would go on with the execution once
 * for each of them, and 2.x would answer all but the first with a server error. It knows one process;
 * between several n8n 2.x decides.
 */
export class AnswerClaims {
	/** Claimed questions with the time when the claim may be forgotten. */
	private readonly claims = new Map<string, number>();

	private prune(now: number): void {
		for (const [name, until] of this.claims) if (until < now) this.claims.delete(name);
	}

	/**
	 * Claims a question for the answer that is about to be taken. The claim ends where n8n could not
	 * go on with the execution: then the answer may be given again.
	 *
	 * @returns whether nobody else has it
	 */
	claim(name: string, response: AnswerEnd): boolean {
		const now = Date.now();
		this.prune(now);
		if (this.claims.has(name)) return false;
		this.claims.set(name, now + KEPT_MS);
		response.once('close', () => {
			if (response.statusCode >= 400) this.claims.delete(name);
		});
		return true;
	}
}
