import { isFields } from '../values';

/** A phone that may answer, with what the provider knows its SMS by. */
export interface OpenPhone {
	/** E.164. */
	readonly to: string;
	readonly smsId: string | null;
	readonly campaignId: string | null;
}

/** A question that waits for an SMS as its answer. */
export interface OpenQuestion {
	/** Where the answer is posted to; signed, and its name at the same time. */
	readonly url: string;
	/** Those who have not answered yet. */
	readonly phones: readonly OpenPhone[];
	/** Milliseconds since 1970. */
	readonly askedAt: number;
	/** Null where it stays open. */
	readonly expiresAt: number | null;
}

/** What is known of a reply that came in. */
interface IncomingReply {
	readonly phoneNumber: string | null;
	readonly smsId: string | null;
	readonly campaignId: string | null;
}

/** What n8n keeps for a workflow between executions. */
export type StaticData = Record<string, unknown>;

const NAME = 'allMySmsQuestions';

/** n8n stores all of it with every change. */
const MOST = 500;

const isTextOrNull = (value: unknown): boolean => value === null || typeof value === 'string';

const isOpenPhone = (value: unknown): value is OpenPhone =>
	isFields(value) &&
	typeof value.to === 'string' &&
	isTextOrNull(value.smsId) &&
	isTextOrNull(value.campaignId);

const isOpenQuestion = (value: unknown): value is OpenQuestion =>
	isFields(value) &&
	typeof value.url === 'string' &&
	typeof value.askedAt === 'number' &&
	(value.expiresAt === null || typeof value.expiresAt === 'number') &&
	Array.isArray(value.phones) &&
	value.phones.every(isOpenPhone);

/** A copy: what n8n gives is watched for changes. */
function storedQuestions(data: StaticData): OpenQuestion[] {
	const stored = data[NAME];
	if (!Array.isArray(stored)) return [];
	return stored.filter(isOpenQuestion).map(({ phones, ...question }) => ({
		...question,
		phones: phones.map((phone) => ({ ...phone })),
	}));
}

const isOver = ({ expiresAt }: OpenQuestion, now: number): boolean =>
	expiresAt !== null && expiresAt <= now;

/** Whether the provider says that the reply belongs to the SMS of this phone; null: it does not say. */
function belongs(phone: OpenPhone, { smsId, campaignId }: IncomingReply): boolean | null {
	if (smsId !== null && phone.smsId !== null) return smsId === phone.smsId;
	if (campaignId !== null && phone.campaignId !== null) return campaignId === phone.campaignId;
	return null;
}

/**
 * The questions of this n8n process that wait for an SMS, and those that other processes, or an
 * earlier one, left in the static data of a workflow. n8n saves static data whole at the end of an
 * execution, so that two which end at once lose what one of them wrote: what this process knows is
 * written anew with every change.
 */
export class OpenQuestions {
	/** By workflow, in the order of asking; null for a question that is closed. */
	private readonly known = new Map<string, Map<string, OpenQuestion | null>>();

	private of(workflowId: string): Map<string, OpenQuestion | null> {
		const known = this.known.get(workflowId) ?? new Map<string, OpenQuestion | null>();
		this.known.set(workflowId, known);
		return known;
	}

	/** All that may be answered, oldest first. */
	private open(workflowId: string, data: StaticData): OpenQuestion[] {
		const all = new Map<string, OpenQuestion | null>(
			storedQuestions(data).map((question) => [question.url, question]),
		);
		for (const [url, question] of this.of(workflowId)) all.set(url, question);
		const now = Date.now();
		return [...all.values()]
			.filter((question) => question !== null)
			.filter((question) => !isOver(question, now))
			.sort((one, other) => one.askedAt - other.askedAt)
			.slice(-MOST);
	}

	private write(workflowId: string, data: StaticData): void {
		data[NAME] = this.open(workflowId, data).map((question) => ({ ...question }));
		// What is closed is only kept as long as an execution may write it into the data again.
		const known = this.of(workflowId);
		for (const url of known.keys()) {
			if (known.size <= 2 * MOST) break;
			known.delete(url);
		}
	}

	/** Notes a question that was asked. */
	add(workflowId: string, data: StaticData, question: OpenQuestion): void {
		this.of(workflowId).set(question.url, question);
		this.write(workflowId, data);
	}

	/** Closes a question: it is answered, or its execution is gone. */
	close(workflowId: string, data: StaticData, { url }: OpenQuestion): void {
		this.of(workflowId).set(url, null);
		this.write(workflowId, data);
	}

	/** Lets a phone answer no more; the others still may. */
	leaveOut(workflowId: string, data: StaticData, question: OpenQuestion, to: string): void {
		const phones = question.phones.filter((phone) => phone.to !== to);
		this.add(workflowId, data, { ...question, phones });
	}

	/**
	 * The question that a reply answers. Where the provider says which SMS the reply belongs to, it is
	 * that one or none; where it does not, the newest one that the phone was asked, because people
	 * answer what they read last.
	 */
	find(workflowId: string, data: StaticData, reply: IncomingReply): OpenQuestion | null {
		if (reply.phoneNumber === null) return null;
		const asked = this.open(workflowId, data)
			.reverse()
			.flatMap((question) =>
				question.phones
					// A test phone gets the SMS of several recipients.
					.filter(({ to }) => to === reply.phoneNumber)
					.map((phone) => ({ question, belongs: belongs(phone, reply) })),
			);
		const certain = asked.find((each) => each.belongs === true);
		const possible = asked.find((each) => each.belongs === null);
		return (certain ?? possible)?.question ?? null;
	}
}

/** For both nodes of this n8n process. */
export const openQuestions = new OpenQuestions();

/** What the trigger posts to the waiting execution. */
export interface ReplyAnswer {
	readonly text: string;
	readonly to: string;
	/** Whether it asks for no more SMS. */
	readonly stop: boolean;
}

/** Reads what {@link ReplyAnswer} became on its way; null where it is none. */
export function readReplyAnswer(body: unknown): ReplyAnswer | null {
	if (!isFields(body)) return null;
	const { text, to, stop } = body;
	return typeof text === 'string' && typeof to === 'string'
		? { text, to, stop: stop === true }
		: null;
}

/** What the waiting execution says when it has taken an answer: no page of n8n says so. */
export const TAKEN = 'ALLMYSMS ANSWER TAKEN';
