import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type IWebhookFunctions,
	WAIT_INDEFINITELY,
} from 'n8n-workflow';

import { type OpenPhone, openQuestions } from '../../shared/answers/open-questions';
import { isQuestion, type Question } from '../../shared/answers/question';

/** Its name in the context of the node, which n8n stores with the execution. */
const NAME = 'allMySmsQuestion';

/** What the workflow goes on with when nobody answered in time. */
const expiredItem = (itemCount: number): INodeExecutionData => ({
	json: { data: { expired: true } },
	pairedItem: Array.from({ length: itemCount }, (_, item) => ({ item })),
});

/**
 * Puts the execution to wait for the answer to a question.
 *
 * n8n does not run a node again when its limit has passed: it goes on with the input of the node. What
 * stands there then is what this leaves.
 */
export async function waitForAnswer(context: IExecuteFunctions, question: Question): Promise<void> {
	context.getContext('node')[NAME] = question;
	context.getExecuteData().data = { main: [[expiredItem(context.getInputData().length)]] };
	const { expiresAt } = question;
	await context.putExecutionToWait(expiresAt === null ? WAIT_INDEFINITELY : new Date(expiresAt));
}

/** A name as an expression writes it; `}}` in it would end the expression. */
const quoted = (name: string): string => JSON.stringify(name).replaceAll('}', '\\u007d');

/**
 * The question that the execution waits for; null where there is none. Webhooks have no context of
 * their own, but expressions reach it.
 */
export function storedQuestion(context: IWebhookFunctions): Question | null {
	const name = quoted(context.getNode().name);
	const stored: unknown = context.evaluateExpression(`{{ $node[${name}].context["${NAME}"] }}`, 0);
	return isQuestion(stored) ? stored : null;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const phoneOf = ({ json: { to, smsId, campaignId } }: INodeExecutionData): OpenPhone => ({
	to: String(to),
	smsId: textOrNull(smsId),
	campaignId: textOrNull(campaignId),
});

/**
 * Lets the trigger of the same workflow find this execution when one of the phones replies. n8n saves
 * the static data when the execution has been put to wait; until then this process knows it.
 *
 * @param asked the rows of those who were asked
 */
export function expectReplies(
	context: IExecuteFunctions,
	url: string,
	asked: readonly INodeExecutionData[],
	expiresAt: number | null,
): void {
	openQuestions.add(context.getWorkflow().id ?? '', context.getWorkflowStaticData('global'), {
		url,
		phones: asked.map(phoneOf),
		askedAt: Date.now(),
		expiresAt,
	});
}
