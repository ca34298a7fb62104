import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Reading, Refusal } from '../../shared/problem';
import { read, refuse } from '../../shared/problem';
import type { RecipientLine } from '../../shared/sending/planned-sms';
import { readSms, type ItemReading } from '../../shared/sending/read-sms';
import { smsHints } from '../../shared/sending/sms-hints';
import { smsItem } from '../../shared/sending/sms-item';
import { batchCall } from '../../shared/sending/batch-call';
import type { TextPart } from '../../shared/text/personalisation';
import { currentMoment } from '../run/moment';
import { recipientsAsGiven } from '../run/given';
import { sendItems, type SendRequest } from '../send/send-items';
import type { SentKind } from '../send/send-output';

/** What one input item asks for. */
export interface Asking {
	readonly to: unknown;
	readonly message: readonly TextPart[];
	readonly sender: unknown;
	readonly options: unknown;
}

/** A phone that is to be asked. */
export interface Invitation {
	readonly itemIndex: number;
	/** E.164. */
	readonly to: string;
	/** The text without its link. */
	readonly text: string;
}

/** What came of it: the rows of `send`, in order. */
export interface Asked {
	/** Everybody that a link was made for. */
	readonly invitations: readonly Invitation[];
	/** One for each recipient, or error items where "On Error" says so. */
	readonly items: readonly INodeExecutionData[];
	/** Numbers that stand in several items, and were asked once. */
	readonly repeated: number;
}

/** AllMySMS names so many characters as the most; what is cut off would be the end of the link. */
const MOST_CHARACTERS = 640;

const SMS: SentKind = { noun: 'SMS', inWords: (text) => text, row: smsItem, hints: smsHints };

function checkRoom({ lines }: ItemReading, link: string): Reading<null> {
	const length = lines[0]?.text.length ?? 0;
	if (length <= MOST_CHARACTERS) return read(null);
	return refuse(
		'Message',
		`leaves no room for the link: with it, the SMS has ${length} characters, and AllMySMS takes ${MOST_CHARACTERS}`,
		`Shorten the message to ${Math.max(0, MOST_CHARACTERS - link.length - 1)} characters, or switch on 'Shorten Link'.`,
	);
}

type Prepared = { readonly lines: RecipientLine[] } | { readonly refusal: Refusal };

/** Makes the SMS of a run: every number once, each with a link of its own. */
class Preparation {
	readonly invitations: Invitation[] = [];
	repeated = 0;
	concurrency = 1;
	private readonly seen = new Set<string>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly linkOf: (position: number) => Promise<Reading<string | null>>,
	) {}

	private readWith(itemIndex: number, asking: Asking): Reading<ItemReading> {
		return readSms(
			itemIndex,
			{
				...asking,
				dynamicParameters: undefined,
				sendAt: { raw: undefined, isMeant: false },
				campaignName: undefined,
			},
			currentMoment(this.context),
		);
	}

	private async invite(
		line: RecipientLine,
		asking: Asking,
	): Promise<Reading<readonly RecipientLine[]>> {
		const link = await this.linkOf(this.invitations.length);
		if (!link.ok) return link;
		const ends: TextPart[] =
			link.value === null
				? []
				: [
						{ kind: 'text', text: '\n' },
						{ kind: 'value', value: link.value },
					];
		const message = [...asking.message, ...ends];
		const reading = this.readWith(line.itemIndex, { ...asking, to: line.to, message });
		if (!reading.ok) return reading;
		const room = link.value === null ? read(null) : checkRoom(reading.value, link.value);
		if (!room.ok) return room;
		const text = asking.message.map((part) => (part.kind === 'text' ? part.text : part.value));
		this.invitations.push({
			itemIndex: line.itemIndex,
			to: line.to,
			text: text.join('').trim(),
		});
		return read(reading.value.lines);
	}

	async prepare(itemIndex: number, asking: Asking): Promise<Prepared> {
		const reading = this.readWith(itemIndex, asking);
		if (!reading.ok) return { refusal: reading.refusal };
		this.concurrency = reading.value.options.concurrency;
		const lines: RecipientLine[] = [];
		for (const line of reading.value.lines) {
			if (line.plan.kind === 'reject') {
				lines.push(line);
				continue;
			}
			if (this.seen.has(line.to)) {
				if (line.plan.kind === 'send') this.repeated++;
				continue;
			}
			this.seen.add(line.to);
			const invited = await this.invite(line, asking);
			if (!invited.ok) return { refusal: invited.refusal };
			lines.push(...invited.value);
		}
		return { lines };
	}
}

/**
 * Sends the question of every item to its recipients, on the road that all SMS of this node take.
 *
 * @param address where the provider is
 * @param askings one for each input item
 * @param linkOf the link for the recipient at a position, counted over all items; null for none
 * @throws NodeOperationError before anything is sent, NodeApiError where nobody could be asked;
 *   neither with "Continue"
 */
export async function askPeople(
	context: IExecuteFunctions,
	address: string,
	askings: ReadonlyArray<Reading<Asking>>,
	linkOf: (position: number) => Promise<Reading<string | null>>,
): Promise<Asked> {
	const preparation = new Preparation(context, linkOf);
	const requests: SendRequest[] = [];
	for (const [itemIndex, asking] of askings.entries()) {
		const prepared = asking.ok
			? await preparation.prepare(itemIndex, asking.value)
			: { refusal: asking.refusal };
		if ('lines' in prepared) {
			requests.push({ kind: 'lines', lines: prepared.lines });
		} else {
			const to = asking.ok ? recipientsAsGiven(asking.value.to) : '';
			requests.push({ kind: 'refused', to, refusal: prepared.refusal });
		}
	}
	const { invitations, repeated, concurrency } = preparation;
	const items = await sendItems(
		context,
		requests,
		{ address, concurrency, callFor: (batch) => batchCall(batch, 'send') },
		SMS,
	);
	return { invitations, items, repeated };
}
