import { request } from 'undici';
import { readExecution, waitForExecution } from '../local-n8n/client/executions.mts';
import { runManually } from '../local-n8n/client/workflows.mts';
import { waitUntil } from '../local-n8n/wait-until.mts';
import type { Message } from '../sandbox/client.mts';
import { itemsOf, manualTriggerOf, show } from './read-run.mts';
import { WEBHOOK_TOKEN, type Stage } from './stage.mts';
import type { Story } from './story.mts';

/** The newest SMS with such a text, once it is there. */
const waitForSms = async ({ control }: Stage, text: RegExp): Promise<Message> =>
	await waitUntil(`an SMS like ${text}`, async () =>
		(await control.messages()).findLast((message) => text.test(message.text)),
	);

/** Waits until the execution sleeps in n8n's database: only then it can be answered. */
const waitUntilAsleep = async ({ session }: Stage, id: string): Promise<void> => {
	await waitUntil(`execution ${id} to wait`, async () =>
		(await readExecution(session, id)).status === 'waiting' ? true : undefined,
	);
};

const readPage = async (link: string) => {
	const { statusCode, body } = await request(link);
	return { statusCode, html: await body.text() };
};

/** Presses the button of a page that has a label, as a browser would. */
const press = async (link: string, html: string, label: string): Promise<number> => {
	const [, answer = ''] = new RegExp(`name="answer" value="(\\d)">${label}<`).exec(html) ?? [];
	const { statusCode, body } = await request(link, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ answer }).toString(),
	});
	await body.dump();
	return statusCode;
};

/** The warehouse gets a link, looks at its page, and presses a button. */
const warehouseApproves = async (stage: Stage, story: Story): Promise<string> => {
	story.chapter('5. A delivery waits for its approval: by a link');
	// AllMySMS has one address for the replies of an account: a person would enter it there.
	await stage.control.setWebhooks({ replyUrl: `${stage.deliveryTrigger}?token=${WEBHOOK_TOKEN}` });
	const { session, delivery } = stage;
	const id = await runManually(session, delivery.id, manualTriggerOf(delivery));
	const { text, phoneNumber } = await waitForSms(stage, /is packed\. May it leave\?/);
	await waitUntilAsleep(stage, id);
	const [link = ''] = /https?:\/\/\S+/.exec(text) ?? [];
	story.tell(`${phoneNumber} shows: ${text.replace(/\s*(https?\S+signature=)\S+/, ' $1…')}`);

	const page = await readPage(link);
	const asksAgain = await readPage(link);
	story.expect(
		page.statusCode === 200 &&
			page.html.includes('Let it leave') &&
			page.html.includes('Keep it back'),
		'The link opens a page with two buttons',
	);
	const { status } = await readExecution(session, id);
	story.expect(
		asksAgain.statusCode === 200 && status === 'waiting',
		'Opening it, even twice, decides nothing',
	);
	const pressed = await press(link, page.html, 'Let it leave');
	story.expect(pressed === 200, 'The warehouse presses “Let it leave”');
	const late = await press(link, page.html, 'Keep it back');
	story.expect(late === 409, 'Whoever presses later is told that it was answered');
	return id;
};

/** The customer is asked in turn, and simply replies. */
const customerReplies = async (stage: Stage, story: Story, id: string): Promise<void> => {
	story.chapter('6. The customer approves it: by a reply');
	const { text, phoneNumber } = await waitForSms(stage, /Answer 1 if you are at home/);
	await waitUntilAsleep(stage, id);
	story.tell(`${phoneNumber} shows: ${text}`);
	await stage.control.reply(phoneNumber, '1, thank you');
	story.tell(`${phoneNumber} writes: 1, thank you`);

	const execution = await waitForExecution(stage.session, id);
	story.expect(execution.status === 'success', `The workflow ends with "${execution.status}"`);
	if (execution.error) story.tell(show(execution.error.message));
	const decisions = ['Ask the Warehouse', 'Ask the Customer'].map(
		(node) => itemsOf(execution, node).at(-1)?.json.data,
	);
	for (const decision of decisions) story.tell(show(decision));
	story.expect(
		show(decisions[0]).includes('"approved":true') && show(decisions[1]).includes('1, thank you'),
		'It knows what the warehouse pressed and what the customer wrote',
	);
	const confirmed = await waitForSms(stage, /^Thank you! Order 48213 comes tomorrow/);
	story.expect(confirmed.phoneNumber === phoneNumber, `${phoneNumber} shows: ${confirmed.text}`);
};

/** A delivery is approved by SMS: by the link of one person, by the reply of another. */
export const playDelivery = async (stage: Stage, story: Story): Promise<void> => {
	await customerReplies(stage, story, await warehouseApproves(stage, story));
};
