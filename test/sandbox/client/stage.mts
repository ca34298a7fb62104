import { afterAll, afterEach, beforeAll } from '@jest/globals';

import { startSandbox, type SandboxOptions } from '../../../sandbox/start-sandbox.mts';
import { controlOf, type Control } from './control.mts';
import { v9Of, type V9 } from './v9.mts';

/** Receipts without a wait worth mentioning. */
export const QUICK: SandboxOptions = { receiptDelaysMs: { handedOver: 20, delivered: 40 } };

/** A sandbox for one test file, emptied after each test. */
export function setStage(options: SandboxOptions = QUICK) {
	const stage = {
		origin: '',
		control: undefined as unknown as Control,
		v9: undefined as unknown as V9,
	};
	let close: () => Promise<void>;
	beforeAll(async () => {
		const sandbox = await startSandbox(options);
		close = sandbox.close;
		stage.origin = sandbox.origin;
		stage.control = controlOf(sandbox.origin);
		stage.v9 = v9Of(sandbox.origin);
	});
	afterEach(async () => {
		await stage.control.put('/webhooks', {
			deliveryReportUrl: '',
			replyUrl: '',
			method: 'POST',
			encoding: 'form',
		});
		await stage.control.reset();
	});
	afterAll(async () => await close());
	return stage;
}
