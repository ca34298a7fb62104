import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { AskedPhone, Question } from '../../shared/answers/question';
import { type Problem, read, type Result } from '../../shared/problem';
import { readProviderAddress } from '../../shared/provider/gateway';
import { counted } from '../../shared/values';
import { NOTHING_SENT, problemError, unsentItem } from '../run/problem-output';
import { askPeople, type Invitation } from './ask-people';
import { linkMaker } from './links';
import { type ItemSetup, SetupReader } from './read-setup';
import { expectReplies, waitForAnswer } from './wait-for-answer';

/** What is wrong for all items alike: the error of the node, or an error item for each. */
function refused(context: IExecuteFunctions, problem: Problem): INodeExecutionData[] {
	if (!context.continueOnFail()) throw problemError(context, 0, problem, NOTHING_SENT);
	return context.getInputData().map((_, itemIndex) => unsentItem(itemIndex, problem));
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
	if (!address.ok) return refused(context, address.problem);
	const reader = new SetupReader(context, fields);
	const setup = reader.run();
	if (!setup.ok) return refused(context, setup.problem);
	const { kind, choices, expiresAt, shorten } = setup.value;

	const run = String(context.evaluateExpression('{{ $runIndex }}', 0));
	const makeLink = linkMaker(context, run, shorten && kind !== 'reply');
	const setups = context.getInputData().map((_, itemIndex) => reader.item(itemIndex));
	const { invitations, items, repeated } = await askPeople(
		context,
		address.value,
		setups.map((each) => (each.ok ? read(each.value.asking) : each)),
		async (position) => (kind === 'reply' ? read(null) : await makeLink(position)),
	);
	const asked = items.filter(isAsked);
	if (asked.length === 0) return [...items];

	if (kind === 'reply') {
		const answerAt = await makeLink(0);
		if (answerAt.ok) expectReplies(context, answerAt.value, asked, expiresAt);
	}
	addHints(context, items.length - asked.length, repeated);
	const phones = askedPhones(invitations, setups);
	const question: Question = { run, kind, choices, expiresAt, asked: phones };
	await waitForAnswer(context, question);
	// What the editor shows while the execution waits.
	return asked;
}
