import { request } from 'undici';
import {
	listExecutions,
	readExecution,
	waitForExecution,
	type OutputItem,
} from '../local-n8n/client/executions.mts';
import { runManually } from '../local-n8n/client/workflows.mts';
import type { Message } from '../sandbox/client.mts';
import { playDelivery } from './play-delivery.mts';
import { itemsOf, manualTriggerOf, show } from './read-run.mts';
import type { Stage } from './stage.mts';
import type { Story } from './story.mts';
import { waitUntil } from '../local-n8n/wait-until.mts';

/** What the reply handler was started with so far, event by event, with the whole execution. */
const arrivals = async ({ session, replyHandler }: Stage) => {
	const { results } = await listExecutions(session, { workflowId: replyHandler.id });
	const ended = results.filter(({ status }) => status === 'success' || status === 'error');
	const executions = await Promise.all(
		ended.map(async ({ id }) => await readExecution(session, id)),
	);
	return executions.flatMap((execution) =>
		itemsOf(execution, 'AllMySMS Trigger').map(({ json }) => ({ event: json, execution })),
	);
};

type Arrival = Awaited<ReturnType<typeof arrivals>>[number];

const waitForArrival = async (
	stage: Stage,
	what: string,
	fits: (event: OutputItem['json']) => boolean,
): Promise<Arrival> =>
	await waitUntil(what, async () => (await arrivals(stage)).find(({ event }) => fits(event)));

/** The campaign leaves: four personal SMS in one request, one bad number told apart. */
const campaignLeaves = async (stage: Stage, story: Story): Promise<Message[]> => {
	story.chapter('1. The campaign leaves n8n');
	const requestsBefore = (await stage.control.requests()).length;
	const { session, campaign } = stage;
	const id = await runManually(session, campaign.id, manualTriggerOf(campaign));
	const execution = await waitForExecution(session, id);
	story.expect(execution.status === 'success', `The workflow ends with "${execution.status}"`);
	if (execution.error) story.tell(show(execution.error.message));

	const items = itemsOf(execution, 'Send Reminders');
	for (const { json } of items) {
		story.tell(
			`${show(json.to)}: ${show(json.status)}${json.smsId ? '' : `, ${show(json.statusText)}`}`,
		);
	}
	const sent = items.filter(({ json }) => json.status === 'sent');
	story.expect(items.length === 5 && sent.length === 4, 'Four of five contacts are texted');
	story.expect(itemsOf(execution, 'Reminded').length === 4, 'They go on in the workflow');
	story.expect(
		itemsOf(execution, 'Call by Phone').some(({ json }) => json.name === 'David Leroy'),
		'The bad number is rejected, comes out on its own branch and still knows its name',
	);
	const requests = (await stage.control.requests()).length - requestsBefore;
	story.expect(requests === 1, `All of it left in ${requests} request`);

	const messages = await stage.control.messages();
	for (const { phoneNumber, text } of messages) story.tell(`${phoneNumber} shows: ${text}`);
	story.expect(
		messages.length === 4 &&
			messages.every(({ text }) => /^Hello .+, we expect you on .+\.$/.test(text)),
		'Every phone of the sandbox shows its own text',
	);
	return messages;
};

const receiptsArrive = async (stage: Stage, story: Story, sent: Message[]): Promise<void> => {
	story.chapter('2. Delivery reports come back');
	for (const { smsId, phoneNumber } of sent) {
		const { execution } = await waitForArrival(
			stage,
			`the final delivery report of ${phoneNumber}`,
			(event) => event.event === 'deliveryReport' && event.smsId === smsId && event.final === true,
		);
		const noted = itemsOf(execution, 'Note Delivery').find(({ json }) => json.smsId === smsId);
		story.expect(noted !== undefined, `${phoneNumber}: ${show(noted?.json.status ?? 'not noted')}`);
	}
};

const replyIsAnswered = async (stage: Stage, story: Story, phoneNumber: string): Promise<void> => {
	story.chapter('3. A reply starts the second workflow, and its answer goes out');
	await stage.control.reply(phoneNumber, 'YES, I will be there');
	story.tell(`${phoneNumber} writes: YES, I will be there`);
	const { event } = await waitForArrival(stage, 'the reply', ({ event }) => event === 'reply');
	story.expect(
		event.phoneNumber === `+${phoneNumber}`,
		`n8n knows who wrote: ${show(event.phoneNumber)}`,
	);
	const answer = await waitUntil('the answer to the reply', async () =>
		(await stage.control.messages()).find(({ text }) => text.startsWith('Thank you')),
	);
	story.expect(
		answer.phoneNumber === phoneNumber && answer.text.endsWith('YES, I will be there'),
		`${answer.phoneNumber} shows: ${answer.text}`,
	);
};

const stopIsNoted = async (stage: Stage, story: Story, phoneNumber: string): Promise<void> => {
	story.chapter('4. Someone wants no more SMS');
	await stage.control.reply(phoneNumber, 'STOP');
	story.tell(`${phoneNumber} writes: STOP`);
	const { execution } = await waitForArrival(stage, 'the STOP', ({ event }) => event === 'stop');
	const noted = itemsOf(execution, 'Note STOP').some(
		({ json }) => json.phone === `+${phoneNumber}`,
	);
	story.expect(noted, 'The STOP is noted');
	const thanked = (await stage.control.messages()).filter(
		(message) => message.phoneNumber === phoneNumber && message.text.startsWith('Thank you'),
	);
	story.expect(thanked.length === 0, 'Nothing is sent in answer to it');
};

const strangerIsRefused = async ({ trigger }: Stage, story: Story): Promise<void> => {
	story.chapter('7. A stranger who does not know the token');
	const { statusCode, body } = await request(`${trigger}?status=1&smsId=forged`, { method: 'GET' });
	await body.dump();
	story.expect(statusCode === 401, `is answered ${statusCode}`);
};

/** The whole story, from the first SMS to the refused stranger. */
export const playStory = async (stage: Stage, story: Story): Promise<void> => {
	const sent = await campaignLeaves(stage, story);
	await receiptsArrive(stage, story, sent);
	const [first, second] = sent;
	if (!first || !second) throw new Error('There are no phones to reply from');
	await replyIsAnswered(stage, story, first.phoneNumber);
	await stopIsNoted(stage, story, second.phoneNumber);
	await playDelivery(stage, story);
	await strangerIsRefused(stage, story);
};
