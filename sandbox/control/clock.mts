import { z } from 'zod/v4';

import { fromParis, inParis, ZONE } from '../clock/paris-time.mts';
import { BadInput, decimal, fields } from '../json-input.mts';
import type { Sandbox } from '../sandbox.mts';
import type { ShownClock } from './outputs.mts';

/** A clock that is wrong by a typing error helps nobody. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

const error =
	'must be a time such as 2026-12-24T08:00:00+01:00, or 2026-12-24 08:00 in Europe/Paris, ' +
	'from 2000 to 2099, or null for the real time';

const ISO = z.iso.datetime({ offset: true });

/** ISO 8601 with its zone, or local time of Paris with or without seconds. */
function instantOf(text: string): number | null {
	const iso = ISO.safeParse(text);
	if (iso.success) return Date.parse(iso.data);
	const [, day = '', minute = '', second = ':00'] =
		/^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?$/.exec(text) ?? [];
	return fromParis(`${day} ${minute}${second}`);
}

const moment = z
	.string({ error })
	.nullable()
	.transform((given, context) => {
		if (given === null) return null;
		const instant = instantOf(given.trim());
		if (instant !== null && instant >= EARLIEST && instant < LATEST) return instant;
		context.addIssue({ code: 'custom', message: error });
		return z.NEVER;
	});

/** Seconds of a century, so that nothing leaves the calendar. */
const LONGEST_ADVANCE = 3_155_760_000;

/** Where the clock goes: to a time, or on by some seconds. */
export const clockChange = fields({
	now: moment,
	advanceSeconds: decimal(0, LONGEST_ADVANCE),
}).partial();

/** The clock as the page shows it. */
export const clockView = ({ clock }: Sandbox): ShownClock => {
	const now = clock.now();
	return {
		now: new Date(now).toISOString(),
		local: inParis(now),
		zone: ZONE,
		aheadSeconds: Math.round(clock.ahead / 1_000),
	};
};

/** Moves the clock; what is due on the way happens before this returns. */
export function moveClock(
	{ now, advanceSeconds }: z.output<typeof clockChange>,
	sandbox: Sandbox,
): ShownClock {
	if ((now === undefined) === (advanceSeconds === undefined)) {
		throw new BadInput('Give either "now" or "advanceSeconds"');
	}
	const { clock } = sandbox;
	if (advanceSeconds !== undefined) clock.moveTo(clock.now() + advanceSeconds * 1_000);
	else if (now === null || now === undefined) clock.moveTo(Date.now());
	else clock.moveTo(now);
	sandbox.changes.raise();
	return clockView(sandbox);
}
