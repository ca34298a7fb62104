import { describe, expect, test } from '@jest/globals';
import { waitForWebhook, webhookAddress } from '../../local-n8n/client/webhook-address.mts';
import { activate, createWorkflow, withCredential } from '../../local-n8n/client/workflows.mts';
import { EVENT_TRIGGER, eventWorkflow } from './event-workflow.mts';
import { ledgerOf, readEndedExecutions } from './execution-ledger.mts';
import { tellFigures } from './figures.mts';
import { WORKER_CONCURRENCY, load } from './load.mts';
import { drivePushes, makePushes } from './push-driver.mts';
import { WEBHOOK_TOKEN, type QueueScene } from './queue-scene.mts';
import { replaceWorker } from './worker-death.mts';

/** Pushes under way at once: more make n8n answer later, not more. */
const AT_ONCE = 8;

const perSecond = (count: number, seconds: number): number =>
	Math.round((10 * count) / seconds) / 10;

/** Pushes arrive while a worker is killed and replaced. */
export const eventSuite = (scene: () => QueueScene): void =>
	describe('Events while a worker dies', () => {
		test('every push becomes exactly one execution', async () => {
			const { queue, session, credential, workers } = scene();
			const workflow = await createWorkflow(session, withCredential(eventWorkflow(), credential));
			await activate(session, workflow.id);
			const address = webhookAddress(queue.webhook.url, workflow);
			await waitForWebhook(address);

			const pushes = makePushes(load.events);
			const startedAt = Date.now();
			const [victim] = workers;
			if (!victim) throw new Error('No worker is running');
			let replacing: Promise<void> | undefined;
			const report = await drivePushes(`${address}?token=${WEBHOOK_TOKEN}`, pushes, {
				atOnce: AT_ONCE,
				onTaken: (count) => {
					if (count >= load.events / 2) replacing ??= replaceWorker(scene(), victim);
				},
			});
			await replacing;
			const executions = await readEndedExecutions(session, workflow.id, load.events);
			const ledger = ledgerOf(executions, EVENT_TRIGGER);
			const interrupted = executions.filter(({ status }) => status !== 'success');
			const ended = executions.flatMap(({ stoppedAt, status }) =>
				stoppedAt && status === 'success' ? [Date.parse(stoppedAt)] : [],
			);
			const seconds = (Math.max(...ended) - startedAt) / 1_000;

			const several = [...ledger.values()].filter((ids) => ids.length > 1);
			await tellFigures(`${load.events} pushes, one of two workers killed (n8n ${load.line})`, {
				database: queue.database,
				'expression engine': load.expressionEngine,
				'pushes answered per second': perSecond(load.events, report.seconds),
				'pushes repeated because they were not answered with 200': report.repeated,
				'executions ended per second': perSecond(ended.length, seconds),
				'executions that ran to their end': ended.length,
				'executions that the dead worker took along': interrupted.length,
				'of these taken by the worker and not yet started': interrupted.filter(
					({ startedAt: start }) => start === null,
				).length,
				'of these without their event, which n8n overwrote': load.events - ledger.size,
				'events with more than one execution': several.length,
			});

			expect(executions).toHaveLength(load.events);
			expect(several).toEqual([]);
			// All but what the dead worker held in its hands run to their end.
			expect(interrupted.length).toBeLessThanOrEqual(WORKER_CONCURRENCY);
			const known = new Set(pushes.map(({ smsId }) => smsId));
			expect([...ledger.keys()].filter((event) => !known.has(event))).toEqual([]);
			expect(load.events - ledger.size).toBeLessThanOrEqual(interrupted.length);
		});
	});
