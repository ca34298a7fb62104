import type { EngineRun } from '../../../harness/engine-run.mts';

/** What the user is told of one phone. */
export type Told = 'sent' | 'rejected' | 'unknown' | 'nothing';

const UNSURE = /not known|may not have been/i;

/** What a run says of one phone: in a row, an error item, or the error that stopped it. */
export function toldOf(run: EngineRun, phoneNumber: string): Told {
	const items = [...run.itemsOf('AllMySMS', 0), ...run.itemsOf('AllMySMS', 1)];
	for (const { json } of items) {
		if (json.to === phoneNumber && typeof json.status === 'string') {
			if (json.status === 'sent' || json.status === 'rejected' || json.status === 'unknown') {
				return json.status;
			}
		}
		if (typeof json.error === 'string' && json.error.includes(phoneNumber)) {
			return UNSURE.test(json.error) ? 'unknown' : 'rejected';
		}
	}
	const text = `${run.error?.message ?? ''}\n${run.error?.description ?? ''}`;
	const line = text.split('\n').find((each) => each.includes(phoneNumber) && each.includes(':'));
	const named = line ?? (text.includes(phoneNumber) ? text : undefined);
	if (named === undefined) return 'nothing';
	return UNSURE.test(named) ? 'unknown' : 'rejected';
}

/** A broken promise. */
export interface Breach {
	readonly phoneNumber: string;
	readonly what: string;
}

/**
 * Holds what the phones received against what the user is told.
 *
 * @returns what is wrong: a phone that was texted twice, one that was not and is said to be sent,
 *   one that was and is said not to be, one of which nothing is said
 */
export function breaches(
	run: EngineRun,
	phones: readonly string[],
	received: ReadonlyMap<string, number>,
): Breach[] {
	return phones.flatMap((phoneNumber): Breach[] => {
		const count = received.get(phoneNumber) ?? 0;
		const told = toldOf(run, phoneNumber);
		const breach = (what: string) => [{ phoneNumber, what }];
		if (count > 1) return breach(`was texted ${count} times`);
		if (told === 'nothing') return breach('is not mentioned');
		if (told === 'sent' && count === 0) return breach('is said to be texted and was not');
		if (told === 'rejected' && count === 1) return breach('is said not to be texted and was');
		return [];
	});
}
