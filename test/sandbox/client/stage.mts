import { afterAll, afterEach, beforeAll } from '@jest/globals';

import { sandboxClient, type SandboxClient } from '../../../sandbox/client.mts';
import { NO_WEBHOOKS } from '../../../sandbox/pushes/webhooks.mts';
import {
	startSandbox,
	type RunningSandbox,
	type SandboxOptions,
} from '../../../sandbox/start-sandbox.mts';
import { restOf, type Rest } from './rest.mts';
import { v9Of, type V9 } from './v9.mts';

/** Receipts without a wait worth mentioning. */
export const QUICK: SandboxOptions = { receiptDelaysMs: { handedOver: 20, delivered: 40 } };

/** A sandbox for one test file, emptied after each test. */
export function setStage(options: SandboxOptions = QUICK) {
	let running: RunningSandbox | undefined;
	const origin = (): string => {
		if (!running) throw new Error('The sandbox is not started yet');
		return running.origin;
	};
	beforeAll(async () => {
		running = await startSandbox(options);
	});
	afterEach(async () => {
		const control = sandboxClient(origin());
		await control.setWebhooks(NO_WEBHOOKS);
		await control.reset();
	});
	afterAll(async () => await running?.close());
	return {
		get origin(): string {
			return origin();
		},
		get control(): SandboxClient {
			return sandboxClient(origin());
		},
		get v9(): V9 {
			return v9Of(origin());
		},
		get rest(): Rest {
			return restOf(origin());
		},
	};
}

export type Stage = ReturnType<typeof setStage>;
