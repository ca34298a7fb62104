import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Workflow } from '../local-n8n/client/workflows.mts';
import { root } from '../setup/places.mjs';

/** Reads one of the importable workflows of `examples/`. */
export const readExample = async (name: string): Promise<Workflow> =>
	JSON.parse(await readFile(path.join(root, 'examples', `${name}.json`), 'utf8')) as Workflow;

/** The workflows that tell the story, and those that stand beside them. */
export const campaignExample = 'appointment-campaign';
export const replyExample = 'reply-handler';
export const deliveryExample = 'delivery-approval';
export const furtherExamples = [
	'appointment-reminders',
	'approval-by-sms',
	'bursts-one-answer',
	'campaign-with-report',
	'confirm-appointment',
	'on-call-alert',
	'replies-without-webhook',
	'shop-order-paid',
	'stop-list-to-crm',
	'text-once-per-order',
	'two-way-conversation',
];
