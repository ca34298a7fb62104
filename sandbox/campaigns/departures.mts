import type { Campaign } from './campaign.mts';

/** The longest that a timer of Node can wait. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Lets scheduled campaigns leave when they are due. */
export class Departures {
	private readonly waiting = new Set<Campaign>();
	private timer: NodeJS.Timeout | null = null;

	constructor(private readonly onDeparture: (campaign: Campaign) => void) {}

	/** Remembers a campaign that has a date. */
	await(campaign: Campaign): void {
		this.waiting.add(campaign);
		this.arm();
	}

	/** Takes a campaign back before it leaves. */
	cancel(campaign: Campaign): void {
		this.waiting.delete(campaign);
		this.arm();
	}

	private arm(): void {
		if (this.timer) clearTimeout(this.timer);
		this.timer = null;
		if (this.waiting.size === 0) return;
		const next = Math.min(...[...this.waiting].map(({ scheduledFor }) => scheduledFor ?? 0));
		const ms = Math.min(Math.max(next - Date.now(), 0), LONGEST_TIMER_MS);
		this.timer = setTimeout(() => this.leave(), ms);
	}

	private leave(): void {
		const now = Date.now();
		const due = [...this.waiting].filter(({ scheduledFor }) => (scheduledFor ?? 0) <= now);
		for (const campaign of due) {
			this.waiting.delete(campaign);
			this.onDeparture(campaign);
		}
		this.arm();
	}

	clear(): void {
		this.waiting.clear();
		this.arm();
	}
}
