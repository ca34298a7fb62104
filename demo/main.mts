/**
 * `npm run demo`: a real n8n beside the sandbox, with everything in place. `npm run dev`: the same, and
 * whatever changes in the pack is in n8n a few seconds later.
 */
import { localOwner } from '../local-n8n/client/session.mts';
import type { StoredWorkflow } from '../local-n8n/client/workflows.mts';
import { buildOnChange } from './build-on-change.mts';
import { playStory } from './play-story.mts';
import { readSettings, usage, type DemoSettings } from './settings.mts';
import { buildStage, WEBHOOK_TOKEN, type Stage, type StopList } from './stage.mts';
import { Story } from './story.mts';

const say = (line: string): void => console.log(line);

const readSettingsOrExit = (): DemoSettings => {
	try {
		return readSettings(process.argv.slice(2), process.env);
	} catch (error) {
		console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
		process.exit(2);
	}
};

const stops: StopList = [];
let stopping = false;

const stopEverything = async (): Promise<void> => {
	for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
};

const invite = ({
	sandbox,
	n8n,
	campaign,
	replyHandler,
	delivery,
	deliveryTrigger,
	further,
}: Stage): void => {
	const address = ({ id }: StoredWorkflow): string => `${n8n}/workflow/${id}`;
	say(`
  Sandbox   ${sandbox}        the phones: read SMS, reply, send STOP
  n8n       ${n8n}        ${localOwner.email} / ${localOwner.password}

  1. Execute "${campaign.name}":
     ${address(campaign)}
  2. On the sandbox's page see the SMS arrive, and reply to one.
  3. In the executions of "${replyHandler.name}" see what came back:
     ${address(replyHandler)}/executions
  4. Execute "${delivery.name}":
     ${address(delivery)}
     Tap the link that the warehouse gets, on the sandbox's page. AllMySMS has one address for all
     replies: before you answer the SMS to the customer, enter this one under Webhooks as the Reply URL:
     ${deliveryTrigger}?token=${WEBHOOK_TOKEN}

  Further examples:
${further.map((workflow) => `     ${workflow.name}\n     ${address(workflow)}`).join('\n')}

  Ctrl-C stops everything.
`);
};

const settings = readSettingsOrExit();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.on(signal, () => {
		// Ctrl-C comes twice, from the terminal and from npm.
		if (stopping) return;
		stopping = true;
		say('\nStopping n8n and the sandbox …');
		void stopEverything().then(() => {
			say('Everything is stopped.');
			process.exit(settings.check ? 1 : 0);
		});
	});
}

const tellFailure = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);

if (settings.check) {
	const story = new Story();
	try {
		await playStory(await buildStage(settings, stops, say), story);
	} catch (error) {
		story.breakOff(tellFailure(error));
	} finally {
		await stopEverything();
	}
	process.exitCode = story.end() ? 0 : 1;
} else {
	try {
		const stage = await buildStage(settings, stops, say);
		if (settings.watch) stops.push(buildOnChange(settings.home, say));
		invite(stage);
	} catch (error) {
		// What is stopped while it starts fails, and nobody needs to know.
		if (!stopping) {
			console.error(`\n${tellFailure(error)}`);
			await stopEverything();
			process.exitCode = 1;
		}
	}
}
