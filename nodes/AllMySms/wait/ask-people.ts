import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { read, refuse, type Result } from '../../shared/problem';
import { readSms, type ItemReading } from '../../shared/sending/reading';
import type { Recipient } from '../../shared/sending/recipient';
import type { TextContent } from '../../shared/sending/message';
import type { TextPart } from '../../shared/text/personalisation';
import { currentMoment, recipientsAsGiven, type SendRequest } from '../send/read-items';
import { sendItems } from '../send/send-items';
import { smsSending } from '../send/sending';

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
	/** The phone that gets the SMS in its place, E.164. */
	readonly testPhone?: string;
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

/** Makes the link for the recipient at a position, counted over all items; null for none. */
type LinkMaker = (position: number) => Promise<Result<string | null>>;

/** AllMySMS names so many characters as the most; what is cut off would be the end of the link. */
const MOST_CHARACTERS = 640;

const written = (parts: readonly TextPart[]): string =>
	parts.map((part) => (part.kind === 'text' ? part.text : part.value)).join('');

function checkRoom(recipient: Recipient<TextContent> | undefined, link: string): Result<null> {
	const length = recipient?.message.content.text.length ?? 0;
	if (length <= MOST_CHARACTERS) return read(null);
	return refuse(
		'Message',
		`leaves no room for the link: with it, the SMS has ${length} characters, and AllMySMS takes ${MOST_CHARACTERS}`,
		`Shorten the message to ${Math.max(0, MOST_CHARACTERS - link.length - 1)} characters, or switch on 'Shorten Link'.`,
	);
}

/** Makes the SMS of a run: every number once, each with a link of its own. */
class Preparation {
	readonly invitations: Invitation[] = [];
	repeated = 0;
	concurrency = 1;
	private readonly seen = new Set<string>();

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly linkOf: LinkMaker,
	) {}

	private readWith(itemIndex: number, asking: Asking): Result<ItemReading<TextContent>> {
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
		{ itemIndex, to }: Recipient,
		asking: Asking,
	): Promise<Result<ReadonlyArray<Recipient<TextContent>>>> {
		const link = await this.linkOf(this.invitations.length);
		if (!link.ok) return link;
		const ending: TextPart[] =
			link.value === null
				? []
				: [
						{ kind: 'text', text: '\n' },
						{ kind: 'value', value: link.value },
					];
		const message = [...asking.message, ...ending];
		const reading = this.readWith(itemIndex, { ...asking, to, message });
		if (!reading.ok) return reading;
		const { recipients } = reading.value;
		if (link.value !== null) {
			const room = checkRoom(recipients[0], link.value);
			if (!room.ok) return room;
		}
		const text = written(asking.message).trim();
		const testPhone = recipients[0]?.message.rules.testRecipient ?? null;
		this.invitations.push({ itemIndex, to, text, ...(testPhone === null ? {} : { testPhone }) });
		return read(recipients);
	}

	/** The recipients of an item with their texts. */
	async prepare(
		itemIndex: number,
		asking: Asking,
	): Promise<Result<ReadonlyArray<Recipient<TextContent>>>> {
		const reading = this.readWith(itemIndex, asking);
		if (!reading.ok) return reading;
		this.concurrency = reading.value.options.concurrency;
		const recipients: Array<Recipient<TextContent>> = [];
		for (const recipient of reading.value.recipients) {
			if (this.seen.has(recipient.to)) {
				if (recipient.known === null) this.repeated++;
				continue;
			}
			if (recipient.known !== null) {
				recipients.push(recipient);
				continue;
			}
			this.seen.add(recipient.to);
			const invited = await this.invite(recipient, asking);
			if (!invited.ok) return invited;
			recipients.push(...invited.value);
		}
		return read(recipients);
	}
}

/**
 * Sends the question of every item to its recipients, on the road that all SMS of this node take.
 *
 * @param address where the provider is
 * @param askings one for each input item
 * @throws NodeOperationError before anything is sent, NodeApiError where nobody could be asked;
 *   neither with "Continue"
 */
export async function askPeople(
	context: IExecuteFunctions,
	address: string,
	askings: ReadonlyArray<Result<Asking>>,
	linkOf: LinkMaker,
): Promise<Asked> {
	const preparation = new Preparation(context, linkOf);
	const requests: Array<SendRequest<TextContent>> = [];
	for (const [itemIndex, asking] of askings.entries()) {
		const prepared = asking.ok ? await preparation.prepare(itemIndex, asking.value) : asking;
		if (prepared.ok) {
			requests.push({ kind: 'read', recipients: prepared.value });
		} else {
			const to = asking.ok ? recipientsAsGiven(asking.value.to) : '';
			requests.push({ kind: 'refused', to, problem: prepared.problem });
		}
	}
	const { invitations, repeated, concurrency } = preparation;
	const plan = { address, concurrency };
	return { invitations, repeated, items: await sendItems(context, requests, plan, smsSending) };
}
