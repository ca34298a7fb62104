import type { Webhooks } from './webhooks.mts';

/** What a push tells. */
export type PushKind = 'deliveryReport' | 'reply';

/** One try to deliver a push. */
export interface PushAttempt {
	/** ISO 8601. */
	readonly at: string;
	/** HTTP status of the answer; null without one. */
	readonly status: number | null;
	/** Beginning of the answer, or why there is none. */
	readonly answer: string;
}

/** How far a push is. */
export type PushState = 'waiting' | 'retrying' | 'delivered' | 'failed' | 'dropped';

/** A call to a webhook, with all tries. */
export interface Push {
	readonly id: string;
	readonly kind: PushKind;
	readonly url: string;
	readonly method: Webhooks['method'];
	readonly encoding: Webhooks['encoding'];
	/** The provider's parameters. */
	readonly body: Readonly<Record<string, string>>;
	readonly attempts: PushAttempt[];
	state: PushState;
}
