import { afterAll, afterEach, beforeAll } from '@jest/globals';

import {
	startSandbox,
	type RunningSandbox,
	type SandboxOptions,
} from '../../../sandbox/start-sandbox.mts';
import { controlOf, type Control } from './control.mts';
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
		const control = controlOf(origin());
		const encoding = { method: 'POST', encoding: 'form' };
		await control.put('/webhooks', { deliveryReportUrl: '', replyUrl: '', ...encoding });
		await control.reset();
	});
	afterAll(async () => await running?.close());
	return {
		get origin(): string {
			return origin();
		},
		get control(): Control {
			return controlOf(origin());
		},
		get v9(): V9 {
			return v9Of(origin());
		},
	};
}
