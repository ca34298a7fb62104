import { type IHookFunctions, type IWebhookFunctions, NodeOperationError } from 'n8n-workflow';

import { isZone } from '../shared/dates/instant';
import { read, readAll, refuse, type Result } from '../shared/problem';
import { CREDENTIAL_TYPE } from '../shared/provider/gateway';
import { type EventFilter, readKeyword } from '../shared/pushes/event-filter';
import { type AddressTest, readAllowList } from '../shared/pushes/push-origin';
import type { EventName } from '../shared/pushes/sms-event';
import { asFields, type Fields } from '../shared/values';
import { RECEIPT_STATUSES } from '../shared/vocabulary/receipts';

/** The contexts in which n8n runs a trigger. */
type TriggerContext = IHookFunctions | IWebhookFunctions;

/** What becomes of events that the API could not be asked about. */
export type WhenUnreachable = 'pass' | 'refuse';

/** The parameters of the trigger, checked. */
export interface TriggerSettings {
	readonly filter: EventFilter;
	readonly isAllowed: AddressTest;
	readonly deduplicate: boolean;
	readonly includeRaw: boolean;
	readonly zone: string;
	/** How long pushes are gathered for one execution; 0: not at all. */
	readonly gatherMs: number;
	/** Null: events are not confirmed with the API. */
	readonly verify: WhenUnreachable | null;
}

const EVENTS: readonly EventName[] = ['deliveryReport', 'reply', 'stop', 'other'];

/** Text, numbers and lists of them, as expressions give them. */
const textOf = (value: unknown): string =>
	Array.isArray(value)
		? value.map(textOf).join('\n')
		: typeof value === 'string' || typeof value === 'number'
			? String(value)
			: '';

const chosen = <T extends string>(value: unknown, known: readonly T[]): Set<T> => {
	const texts = Array.isArray(value) ? value.map(String) : textOf(value).split(/[\s,;]+/);
	return new Set(known.filter((name) => texts.includes(name)));
};

function readEvents(value: unknown): Result<ReadonlySet<EventName>> {
	const events = chosen(value, EVENTS);
	if (events.size > 0) return read(events);
	return refuse('Trigger On', 'is empty', 'Choose at least one kind of event.');
}

function readZone(value: unknown): Result<string> {
	const zone = textOf(value).trim() || 'Europe/Paris';
	if (isZone(zone)) return read(zone);
	return refuse(
		'Timezone of AllMySMS',
		`is not known: "${zone.slice(0, 60)}"`,
		'Enter one such as Europe/Paris.',
	);
}

/** AllMySMS waits for its answer meanwhile, nobody knows for how long. */
const LONGEST_GATHERING_S = 10;

function readGathering(value: unknown): Result<number> {
	const given = textOf(value).trim();
	const seconds = given === '' ? 0 : Number(given);
	if (seconds >= 0 && seconds <= LONGEST_GATHERING_S) return read(Math.round(seconds * 1000));
	return refuse(
		'Gather Events (Seconds)',
		`is "${given.slice(0, 60)}"`,
		`Enter a number from 0 to ${LONGEST_GATHERING_S}; 0 starts one execution for each call.`,
	);
}

/** Whether a credential is chosen in the node; it works without one, but for the token and 'Verify Events'. */
const hasCredential = (context: TriggerContext): boolean =>
	context.getNode().credentials?.[CREDENTIAL_TYPE] !== undefined;

function readVerify(context: TriggerContext, options: Fields): Result<WhenUnreachable | null> {
	if (options.verify !== true) return read(null);
	if (!hasCredential(context)) {
		return refuse(
			'Verify Events',
			'needs an AllMySMS credential, because it asks the API',
			"Choose a credential in this node, or switch 'Verify Events' off.",
		);
	}
	return read(options.verifyUnreachable === 'refuse' ? 'refuse' : 'pass');
}

/** Reads the parameters of the trigger, or says which of them cannot be used. */
export function readSettings(context: TriggerContext): Result<TriggerSettings> {
	const options = asFields(context.getNodeParameter('options', {}));
	const statuses = chosen(options.statuses, RECEIPT_STATUSES);
	const campaignIds = textOf(options.campaignIds)
		.split(/[\s,;]+/)
		.filter((id) => id !== '');

	const readings = readAll({
		events: readEvents(context.getNodeParameter('events', [])),
		hasKeyword: readKeyword(textOf(options.keyword)),
		isAllowed: readAllowList(textOf(options.ipAllowList)),
		zone: readZone(options.providerTimezone),
		gatherMs: readGathering(options.gatherSeconds),
		verify: readVerify(context, options),
	});
	if (!readings.ok) return readings;
	const { events, hasKeyword, ...others } = readings.value;
	return read({
		...others,
		filter: {
			events,
			hasKeyword,
			statuses: statuses.size > 0 ? statuses : null,
			campaignIds: campaignIds.length > 0 ? new Set(campaignIds) : null,
		},
		deduplicate: options.deduplicate !== false,
		includeRaw: options.includeRaw === true,
	});
}

/**
 * AllMySMS has no API to register an address with: the user pastes it into the client area, where
 * it stays. What n8n calls when a workflow is activated or listens for a test event is therefore
 * used to check the parameters, so that no push ever meets one that cannot be used.
 */
export const addressLifecycle = {
	/** Nobody can tell what is entered in the client area. */
	async checkExists(): Promise<boolean> {
		return false;
	},

	/** @throws NodeOperationError for a parameter that cannot be used */
	async create(this: IHookFunctions): Promise<boolean> {
		const settings = readSettings(this);
		if (settings.ok) return true;
		const { what, remedy } = settings.problem;
		throw new NodeOperationError(this.getNode(), what, { description: remedy });
	},

	/** The address stays in the client area; calls get n8n's 404 from now on. */
	async delete(): Promise<boolean> {
		return true;
	},
};
