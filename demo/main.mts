/** `npm run demo`: a real n8n beside the sandbox, with everything in place. */
import { rm } from 'node:fs/promises';
import { localOwner } from '../local-n8n/client/session.mts';
import { playStory } from './play-story.mts';
import { readSettings, usage, type DemoSettings } from './settings.mts';
import { buildStage, type Stage, type StopList } from './stage.mts';
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

const stopEverything = async (): Promise<void> => {
	for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
};

const invite = ({ sandbox, n8n }: Stage): void =>
	say(`
  Sandbox   ${sandbox}        the phones: read SMS, reply, send STOP
  n8n       ${n8n}        ${localOwner.email} / ${localOwner.password}

  1. In n8n open "AllMySMS example: appointment campaign" and execute it.
  2. On the sandbox's page see the SMS arrive, and reply to one.
  3. In n8n open the executions of "AllMySMS example: reply handler".

  Ctrl-C stops everything.
`);

const settings = readSettingsOrExit();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	process.once(signal, () => {
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
		await rm(settings.home, { recursive: true, force: true });
		await playStory(await buildStage(settings, stops, say), story);
	} catch (error) {
		story.breakOff(tellFailure(error));
	} finally {
		await stopEverything();
	}
	process.exitCode = story.end() ? 0 : 1;
} else {
	try {
		invite(await buildStage(settings, stops, say));
	} catch (error) {
		console.error(`\n${tellFailure(error)}`);
		await stopEverything();
		process.exitCode = 1;
	}
}
