/**
 * A provider that costs next to nothing, in a process of its own: takes every SMS at once, or after a
 * latency, and keeps what came until somebody asks. It writes its address when it is ready and ends
 * with its input.
 */
import { setTimeout as pause } from 'node:timers/promises';

import { receiptsAnswer, sendAnswer } from './answers.mts';
import { listenPlainly, type PlainAnswer, type PlainRequest } from './plain-http.mts';
import { smsOf, summed, type SendForm } from './sends.mts';

let latencyMs = 0;
let received: Array<{ readonly form: SendForm; readonly payload: string }> = [];

const json = (value: unknown): PlainAnswer => ({
	status: '200 OK',
	contentType: 'application/json',
	body: JSON.stringify(value),
});

function* arrivedSms() {
	for (const { form, payload } of received) yield* smsOf(form, payload);
}

/** Sums up what came, and begins anew. */
function takeArrived(): PlainAnswer {
	const sum = summed(arrivedSms(), received.length);
	received = [];
	return json(sum);
}

function sendOf({ path, body }: PlainRequest): { form: SendForm; payload: string } | null {
	if (path.startsWith('/sms/send/bulk')) return { form: 'rest', payload: body };
	if (path.endsWith('/Messages.json')) return { form: 'twilio', payload: body };
	if (!path.startsWith('/http/9.0/sendSms')) return null;
	const payload = new URLSearchParams(body).get('smsData') ?? '';
	return { form: payload.startsWith('<') ? 'xml' : 'json', payload };
}

async function answerTo(request: PlainRequest): Promise<PlainAnswer> {
	const { pathname, searchParams } = new URL(request.path, 'http://provider');
	if (pathname === '/_bench/arrived') return takeArrived();
	if (pathname === '/_bench/latency') {
		latencyMs = Number(searchParams.get('ms'));
		return json({ latencyMs });
	}
	const send = sendOf(request);
	if (send) received.push(send);
	if (latencyMs > 0) await pause(latencyMs);
	if (send) return sendAnswer(send.form, send.payload);
	if (!pathname.startsWith('/http/9.0/getAcks')) {
		return { ...json({ status: 0 }), status: '404 Not Found' };
	}
	// The name of a campaign ends with the number of its SMS.
	const campaign = new URLSearchParams(request.body).get('campId') ?? '';
	return receiptsAnswer(Number(campaign.split('-').at(-1)));
}

const { port } = await listenPlainly(answerTo);
process.stdout.write(`http://127.0.0.1:${port}\n`);
process.stdin.on('end', () => process.exit(0)).resume();
