import { rm } from 'node:fs/promises';
import { saveCredential, type NewCredential } from '../local-n8n/client/credentials.mts';
import { signIn, type N8nSession } from '../local-n8n/client/session.mts';
import { waitForWebhook, webhookAddress } from '../local-n8n/client/webhook-address.mts';
import {
	activate,
	keepWorkflow,
	withCredential,
	type StoredWorkflow,
} from '../local-n8n/client/workflows.mts';
import { startN8n } from '../local-n8n/start-n8n.mts';
import { freePort } from '../local-n8n/free-port.mts';
import { sandboxClient, type SandboxClient } from '../sandbox/client.mts';
import { startSandbox } from '../sandbox/start-sandbox.mts';
import {
	campaignExample,
	deliveryExample,
	furtherExamples,
	readExample,
	replyExample,
} from './example-workflows.mts';
import { startOnlyDemo } from './only-demo.mts';
import type { DemoSettings } from './settings.mts';

/** Protects the trigger's address; it never leaves this machine. */
export const WEBHOOK_TOKEN = 'demo-webhook-token';

/** Everything that the demo shows, running. */
export interface Stage {
	/** Address of the sandbox and its page. */
	readonly sandbox: string;
	readonly control: SandboxClient;
	readonly n8n: string;
	readonly session: N8nSession;
	readonly campaign: StoredWorkflow;
	readonly replyHandler: StoredWorkflow;
	readonly delivery: StoredWorkflow;
	/** The examples beside the story. */
	readonly further: readonly StoredWorkflow[];
	/** The trigger's production address, without its token. */
	readonly trigger: string;
	/** That of the delivery approval. */
	readonly deliveryTrigger: string;
}

const credentialFor = (sandbox: string): NewCredential => ({
	name: 'AllMySMS sandbox',
	type: 'allMySmsApi',
	data: {
		login: 'sandbox',
		apiKey: 'sandbox-key',
		baseUrl: sandbox,
		webhookToken: WEBHOOK_TOKEN,
	},
});

const portOr = async (
	wanted: number,
	what: string,
	say: (line: string) => void,
): Promise<number> => {
	const port = await freePort(wanted);
	if (wanted !== 0 && port !== wanted) say(`Port ${wanted} is taken: ${what} uses ${port}.`);
	return port;
};

/** Stops what was started, the last first, also when a stop fails. */
export type StopList = Array<() => Promise<void>>;

/**
 * Starts the sandbox and n8n, and puts credential and workflows in place.
 *
 * @param stops gets one function for everything started, so that also a half-built stage can be stopped
 */
export const buildStage = async (
	settings: DemoSettings,
	stops: StopList,
	say: (line: string) => void,
): Promise<Stage> => {
	const ports = {
		sandbox: await portOr(settings.sandboxPort, 'the sandbox', say),
		n8n: await portOr(settings.n8nPort, 'n8n', say),
	};
	const addresses = await startOnlyDemo(settings.home, async () => {
		if (settings.check) await rm(settings.home, { recursive: true, force: true });
		const { origin, close } = await startSandbox({ port: ports.sandbox });
		stops.push(close);
		return { sandbox: origin, n8n: `http://127.0.0.1:${ports.n8n}` };
	});
	say(`The sandbox runs at ${addresses.sandbox}`);

	say('n8n starts (10 to 30 seconds)');
	const n8n = await startN8n({
		home: settings.home,
		port: ports.n8n,
		env: settings.watch ? { N8N_DEV_RELOAD: 'true' } : {},
		onProcess: ({ stop }) => stops.push(stop),
		onWait: (ms) => {
			const seconds = Math.round(ms / 1_000);
			if (seconds % 5 === 0) say(`  … ${seconds} s`);
		},
	});
	say(`n8n runs at ${n8n.url}`);

	const session = await signIn(n8n.url);
	const credential = await saveCredential(session, credentialFor(addresses.sandbox));
	const place = async (name: string): Promise<StoredWorkflow> =>
		await keepWorkflow(session, withCredential(await readExample(name), credential));
	const campaign = await place(campaignExample);
	const replyHandler = await place(replyExample);
	const delivery = await place(deliveryExample);
	const further: StoredWorkflow[] = [];
	for (const name of furtherExamples) further.push(await place(name));

	const serve = async (workflow: StoredWorkflow): Promise<string> => {
		await activate(session, workflow.id);
		const served = webhookAddress(n8n.url, workflow);
		await waitForWebhook(served);
		return served;
	};
	const trigger = await serve(replyHandler);
	const deliveryTrigger = await serve(delivery);
	const address = `${trigger}?token=${WEBHOOK_TOKEN}`;
	const control = sandboxClient(addresses.sandbox);
	await control.setWebhooks({ deliveryReportUrl: address, replyUrl: address });
	say('Credential and workflows are in place, and those with a trigger are active');
	return {
		sandbox: addresses.sandbox,
		control,
		n8n: n8n.url,
		session,
		campaign,
		replyHandler,
		delivery,
		further,
		trigger,
		deliveryTrigger,
	};
};
