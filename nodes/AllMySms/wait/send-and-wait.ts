import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type IWebhookFunctions,
	WAIT_INDEFINITELY,
} from 'n8n-workflow';

import { type OpenPhone, openQuestions } from '../../shared/answers/open-questions';
import {
	type AskedPhone,
	isQuestion,
	placeParameters,
	type Question,
} from '../../shared/answers/question';
import { type Problem, read, refuse, type Result } from '../../shared/problem';
import { readProviderAddress } from '../../shared/provider/gateway';
import { v9Call } from '../../shared/provider/provider-call';
import { counted } from '../../shared/values';
import { readShortLink } from '../../shared/vocabulary/look-ups';
import { askProvider } from '../run/ask';
import { nothingLeaves } from '../run/item-output';
import { askPeople, type Invitation } from './ask-people';
import { type ItemSetup, openSetup } from './read-setup';

/** The question's name in the context of the node, which n8n stores with the execution. */
const NAME = 'allMySmsQuestion';

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

/** n8n 1.x checks the signature of a link only where the node asks for it; 2.x always does. */
function requireSignature(context: IExecuteFunctions): void {
	if (!('setSignatureValidationRequired' in context)) return;
	const { setSignatureValidationRequired: set } = context;
	if (typeof set === 'function') set.call(context);
}

async function shortened(context: IExecuteFunctions, url: string): Promise<Result<string>> {
	const noShortLink = ({ what }: Pick<Problem, 'what'>): Result<never> =>
		refuse(
			'Shorten Link',
			`is on, but AllMySMS gave no short link: ${what}`,
			'Run the node again later, or switch the option off to send the long link.',
		);
	const answer = await askProvider(context, v9Call('shortenUrl', { url }));
	if (!answer.ok) return noShortLink(answer.problem);
	const { data, httpStatus } = answer.value;
	const links = readShortLink(data, httpStatus, url);
	if (!links.ok) return noShortLink(links.problem);
	const [first] = links.value;
	return first ? read(first.row.shortUrl) : noShortLink({ what: 'its answer was empty' });
}

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
async function waitForAnswer(context: IExecuteFunctions, question: Question): Promise<void> {
	context.getContext('node')[NAME] = question;
	context.getExecuteData().data = { main: [[expiredItem(context.getInputData().length)]] };
	const { expiresAt } = question;
	await context.putExecutionToWait(expiresAt === null ? WAIT_INDEFINITELY : new Date(expiresAt));
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
function expectReplies(
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

const isAsked = ({ json }: INodeExecutionData): boolean => json.status === 'sent';

/** Who was asked what, in the order of the links. */
const askedPhones = (
	invitations: readonly Invitation[],
	setups: ReadonlyArray<Result<ItemSetup>>,
): AskedPhone[] =>
	invitations.map(({ text, ...phone }) => {
		const setup = setups[phone.itemIndex];
		const { title, pageText } = setup?.ok ? setup.value : { title: null, pageText: null };
		return { ...phone, title, text: pageText ?? text };
	});

function addHints(context: IExecuteFunctions, missed: number, repeated: number): void {
	const add = (message: string) =>
		context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	if (missed > 0) {
		add(
			`${counted(missed, 'recipient')} could not be asked. The workflow waits for the answer of the others.`,
		);
	}
	if (repeated > 0) {
		add(
			`${counted(repeated, 'item')} named a number that was asked already: the run waits for one answer, so nobody is asked twice. Use a loop to ask about each item by itself.`,
		);
	}
}

/**
 * Asks all recipients of all items and puts the execution to wait for the first answer.
 *
 * @param fields the fields of the operation
 */
export async function sendAndWait(
	context: IExecuteFunctions,
	fields: readonly INodeProperties[],
): Promise<INodeExecutionData[]> {
	const address = await readProviderAddress(context);
	if (!address.ok) return nothingLeaves(context, address.problem);
	const reader = openSetup(context, fields);
	const setup = reader.run();
	if (!setup.ok) return nothingLeaves(context, setup.problem);
	const { kind, choices, expiresAt, shorten } = setup.value;

	const run = String(context.evaluateExpression('{{ $runIndex }}', 0));
	requireSignature(context);
	const answerAddress = (position: number): string =>
		context.getSignedResumeUrl(placeParameters(run, position));
	const linkOf = async (position: number): Promise<Result<string | null>> => {
		if (kind === 'reply') return read(null);
		const url = answerAddress(position);
		return shorten ? await shortened(context, url) : read(url);
	};
	const setups = context.getInputData().map((_, itemIndex) => reader.item(itemIndex));
	const { invitations, items, repeated } = await askPeople(
		context,
		address.value,
		setups.map((each) => (each.ok ? read(each.value.asking) : each)),
		linkOf,
	);
	const asked = items.filter(isAsked);
	if (asked.length === 0) return [...items];

	if (kind === 'reply') expectReplies(context, answerAddress(0), asked, expiresAt);
	addHints(context, items.length - asked.length, repeated);
	const phones = askedPhones(invitations, setups);
	await waitForAnswer(context, { run, kind, choices, expiresAt, asked: phones });
	// What the editor shows while the execution waits.
	return asked;
}
