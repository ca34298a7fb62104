import type {
	IDataObject,
	IWebhookDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import {
	type Closed,
	closedPage,
	pageHeaders,
	questionPage,
	recordedPage,
} from '../../shared/answers/answer-pages';
import { readReplyAnswer, TAKEN } from '../../shared/answers/open-questions';
import { type Speech, speechFor } from '../../shared/answers/page-words';
import {
	type AnswerData,
	askedBy,
	askedOn,
	type AskedPhone,
	type Question,
	readAnswer,
} from '../../shared/answers/question';
import { storedQuestion } from './send-and-wait';

/** The end of an HTTP answer. */
interface AnswerEnd {
	readonly statusCode: number;
	once(event: 'close', listener: () => void): unknown;
}

/** Longer than n8n needs to note that an execution goes on; after that n8n itself refuses. */
const KEPT_MS = 60_000;

/**
 * Lets one of several answers that arrive at once decide. n8n 1.x would go on with the execution once
 * for each of them, and 2.x would answer all but the first with a server error. It knows one process;
 * between several n8n 2.x decides.
 */
export class AnswerClaims {
	/** Claimed questions with the time when the claim may be forgotten. */
	private readonly claims = new Map<string, number>();

	private prune(now: number): void {
		for (const [name, until] of this.claims) if (until < now) this.claims.delete(name);
	}

	/**
	 * Claims a question for the answer that is about to be taken. The claim ends where n8n could not
	 * go on with the execution: then the answer may be given again.
	 *
	 * @returns whether nobody else has it
	 */
	claim(name: string, response: AnswerEnd): boolean {
		const now = Date.now();
		this.prune(now);
		if (this.claims.has(name)) return false;
		this.claims.set(name, now + KEPT_MS);
		response.once('close', () => {
			if (response.statusCode >= 400) this.claims.delete(name);
		});
		return true;
	}
}

/** For all questions of this n8n process. */
const claims = new AnswerClaims();

type Opened =
	| { readonly kind: 'open'; readonly question: Question; readonly phone: AskedPhone }
	| { readonly kind: Closed };

function open(context: IWebhookFunctions): Opened {
	const question = storedQuestion(context);
	if (question === null) return { kind: 'unknown' };
	const phone = askedBy(question, context.getRequestObject().query);
	// A link of an earlier run of the node: that question is answered, or its time is over.
	if (phone === null) return { kind: 'answered' };
	const { expiresAt } = question;
	if (expiresAt !== null && expiresAt <= Date.now()) return { kind: 'expired' };
	return { kind: 'open', question, phone };
}

const STATUS: Readonly<Record<Closed, number>> = { answered: 409, expired: 410, unknown: 404 };

/** Shows a page without deciding anything. */
function show(context: IWebhookFunctions, status: number, html: string): IWebhookResponseData {
	const response = context.getResponseObject();
	response.writeHead(status, { ...pageHeaders(), 'Content-Length': Buffer.byteLength(html) });
	response.end(context.getRequestObject().method === 'HEAD' ? undefined : html);
	return { noWebhookResponse: true };
}

const showClosed = (
	context: IWebhookFunctions,
	speech: Speech,
	why: Closed,
): IWebhookResponseData => show(context, STATUS[why], closedPage(speech, why));

/** The item that the workflow goes on with. */
const answerItem = (data: AnswerData, { to, itemIndex }: AskedPhone) => ({
	json: { data: { ...data, respondedAt: new Date().toISOString(), to } satisfies IDataObject },
	pairedItem: { item: itemIndex },
});

/** Whether no other answer to the question is being taken. */
function isFirst(context: IWebhookFunctions, { run }: Question): boolean {
	const name = JSON.stringify([context.getExecutionId(), context.getNode().id, run]);
	return claims.claim(name, context.getResponseObject());
}

/** Takes an SMS that the trigger posts. */
function takeReply(
	context: IWebhookFunctions,
	speech: Speech,
	question: Question,
): IWebhookResponseData {
	const isPost = context.getRequestObject().method === 'POST';
	const reply = isPost ? readReplyAnswer(context.getBodyData()) : null;
	const phone = reply === null ? undefined : askedOn(question, reply.to);
	if (reply === null || !phone) return showClosed(context, speech, 'unknown');
	if (!isFirst(context, question)) return showClosed(context, speech, 'answered');
	const { text, stop } = reply;
	return {
		webhookResponse: TAKEN,
		workflowData: [[answerItem({ text, ...(stop ? { stop } : {}) }, phone)]],
	};
}

function take(
	context: IWebhookFunctions,
	speech: Speech,
	{ question, phone }: Extract<Opened, { kind: 'open' }>,
): IWebhookResponseData {
	const answer = readAnswer(question, context.getBodyData());
	if (!answer.ok) return show(context, 400, questionPage(question, phone, speech, answer));
	if (!isFirst(context, question)) return showClosed(context, speech, 'answered');
	const response = context.getResponseObject();
	for (const [header, value] of Object.entries(pageHeaders())) response.setHeader(header, value);
	return {
		webhookResponse: recordedPage(speech, answer.shown),
		workflowData: [[answerItem(answer.data, phone)]],
	};
}

/**
 * Serves the link of a question: opening it shows the page and decides nothing, whoever or whatever
 * opens it; what the form of the page sends decides.
 */
export async function answerWebhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { method, headers } = context.getRequestObject();
	const speech = speechFor(headers['accept-language']);
	const opened = open(context);
	if (opened.kind !== 'open') return showClosed(context, speech, opened.kind);
	const { question, phone } = opened;
	if (question.kind === 'reply') return takeReply(context, speech, question);
	if (method === 'POST') return take(context, speech, opened);
	return show(context, 200, questionPage(question, phone, speech));
}

/** The address of a waiting execution; n8n adds the execution before it and the signature behind it. */
const address = {
	name: 'default',
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
} as const;

/** Opening the link shows a page, the form of the page posts the answer. */
export const waitWebhooks: IWebhookDescription[] = [
	{ ...address, httpMethod: 'GET' },
	{ ...address, httpMethod: 'POST' },
	{ ...address, httpMethod: 'HEAD' },
];

/** What the editor says beside a node that waits. */
export const waitingTooltip =
	"={{ $parameter['operation'] === 'sendAndWait' ? 'Execution will continue when somebody answers the SMS' : '' }}";
