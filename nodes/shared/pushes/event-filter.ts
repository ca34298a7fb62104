import type { KeywordTest } from './keyword';
import type { ReceiptStatus } from '../vocabulary/receipt-status';
import type { EventName, SmsEvent } from './sms-event';

/** What a workflow wants to hear of. */
export interface EventFilter {
	readonly events: ReadonlySet<EventName>;
	/** For delivery reports; null: all. */
	readonly statuses: ReadonlySet<ReceiptStatus> | null;
	/** For all events; null: all, also events of no campaign. */
	readonly campaignIds: ReadonlySet<string> | null;
	/** For replies; null: all. A STOP always passes: it must never be overheard. */
	readonly hasKeyword: KeywordTest | null;
}

/** Whether an event starts the workflow. */
export function isWanted(event: SmsEvent, filter: EventFilter): boolean {
	if (!filter.events.has(event.event)) return false;
	if (filter.campaignIds && !filter.campaignIds.has(event.campaignId ?? '')) return false;
	switch (event.event) {
		case 'deliveryReport':
			return filter.statuses?.has(event.meaning.status) ?? true;
		case 'reply':
			return filter.hasKeyword?.(event.message ?? '') ?? true;
		case 'stop':
		case 'other':
			return true;
	}
}
