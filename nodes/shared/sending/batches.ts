import { createHash } from 'crypto';

import { oncePerObject } from '../once-per-object';
import type { PlannedSms } from './planned-sms';
import type { RequestSettings } from './options';
import type { Campaign, CampaignSettings } from './campaign';

/** A campaign with the way its request is made. */
export interface Batch {
	readonly campaign: Campaign;
	readonly request: RequestSettings;
	/** The SMS of the campaign, in the order of its recipients. */
	readonly members: readonly PlannedSms[];
}

/** Most SMS of a run share their settings, and extra fields may be large. */
const written = oncePerObject((settings: CampaignSettings | RequestSettings) =>
	JSON.stringify(settings),
);

/**
 * SMS that may leave in one request have equal keys. A text without values may read like the
 * template of others, and its markers must stay as they are.
 */
export const groupKey = (sms: Omit<PlannedSms, 'to'>): string =>
	`${written(sms.settings)}${written(sms.request)}${sms.values.length} ${sms.message}`;

/** The first SMS to each number, then the second to each number, …: no number twice in a wave. */
function waves(group: readonly PlannedSms[]): PlannedSms[][] {
	const timesSeen = new Map<string, number>();
	const result: PlannedSms[][] = [];
	for (const sms of group) {
		const wave = timesSeen.get(sms.to) ?? 0;
		timesSeen.set(sms.to, wave + 1);
		(result[wave] ??= []).push(sms);
	}
	return result;
}

function slices(wave: readonly PlannedSms[], size: number): PlannedSms[][] {
	const result: PlannedSms[][] = [];
	for (let start = 0; start < wave.length; start += size) {
		result.push(wave.slice(start, start + size));
	}
	return result;
}

const recipientOf = (sms: PlannedSms) => ({ phoneNumber: sms.to, values: sms.values });

/** The same request for some of its members only. */
export function narrowBatch(batch: Batch, members: readonly PlannedSms[]): Batch {
	return {
		...batch,
		campaign: { ...batch.campaign, recipients: members.map(recipientOf) },
		members,
	};
}

/**
 * The provider is presumed to refuse a second request with the same identifier. A key that only
 * one SMS has is its identifier; other requests under a key are told apart by their content, so
 * that none is refused but one that already left.
 */
function identifierOf(key: string, members: readonly PlannedSms[], place: number): string {
	const content = [members[0]?.message, members.map((sms) => [sms.to, sms.values]), place];
	const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
	return `${key}-${hash.slice(0, 12)}`;
}

function countKeys(planned: readonly PlannedSms[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { settings } of planned) {
		const key = settings.uniqueIdentifier;
		if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
	}
	return counts;
}

/**
 * Groups SMS whose template, sender, date, campaign and options are equal, and cuts the groups
 * into requests: at most `batchSize` recipients, and no number twice in one request.
 */
export function cutIntoBatches(planned: readonly PlannedSms[]): Batch[] {
	const groups = new Map<string, PlannedSms[]>();
	for (const sms of planned) {
		const key = groupKey(sms);
		const group = groups.get(key);
		if (group) group.push(sms);
		else groups.set(key, [sms]);
	}
	const keyCounts = countKeys(planned);
	const batchOf = (members: readonly PlannedSms[], place: number): Batch[] => {
		const first = members[0];
		if (!first) return [];
		const { message, request, settings } = first;
		const key = settings.uniqueIdentifier;
		const isShared = key !== null && (keyCounts.get(key) ?? 0) > 1;
		const campaign = {
			message,
			settings: isShared
				? { ...settings, uniqueIdentifier: identifierOf(key, members, place) }
				: settings,
			recipients: members.map(recipientOf),
		};
		return [{ campaign, request, members }];
	};
	return [...groups.values()].flatMap((group) =>
		waves(group)
			.flatMap((wave) => slices(wave, group[0]?.request.batchSize ?? 1))
			.flatMap(batchOf),
	);
}
