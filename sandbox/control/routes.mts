import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { BadInput, jsonOf, readBody } from '../json-input.mts';
import { bodyOf } from '../requests/read-parameters.mts';
import { readPhoneNumber } from '../numbers/phone-number.mts';
import type { Sandbox } from '../sandbox.mts';
import { clockChange, clockView, moveClock } from './clock.mts';
import { streamChanges } from './events.mts';
import {
	accountChange,
	habitsChange,
	replyInput,
	settingsChange,
	webhooksChange,
} from './inputs.mts';
import { readFaults } from './read-faults.mts';
import { takeReply } from './reply.mts';
import { stateOf } from './state.mts';
import { accountView, messageView, pushView, requestView } from './views.mts';

/** A query parameter; empty where it is missing. */
const queryOf = (request: FastifyRequest, name: string): string =>
	new URLSearchParams(request.originalUrl.split('?')[1] ?? '').get(name) ?? '';

/** The control API, below `/_sandbox`. */
export function addControlRoutes(server: FastifyInstance, sandbox: Sandbox): void {
	server.get('/_sandbox/messages', (request) => {
		const given = queryOf(request, 'phoneNumber');
		const phoneNumber = readPhoneNumber(given) ?? given;
		const campaignId = queryOf(request, 'campaignId');
		return [...sandbox.campaigns.sms]
			.filter((sms) => phoneNumber === '' || sms.phoneNumber === phoneNumber)
			.filter((sms) => campaignId === '' || sms.campaign.campaignId === campaignId)
			.map(messageView);
	});

	server.get('/_sandbox/requests', (request) => {
		const since = Number(queryOf(request, 'since') || 0);
		const endpoint = queryOf(request, 'endpoint').toLowerCase();
		return sandbox.requests.all
			.filter(({ id }) => id > since)
			.filter((each) => endpoint === '' || each.endpoint.toLowerCase() === endpoint)
			.map(requestView);
	});

	server.get('/_sandbox/pushes', () => sandbox.pushLog.all.map(pushView));
	server.get('/_sandbox/state', () => stateOf(sandbox));
	server.get('/_sandbox/events', (_request, reply) => streamChanges(reply, sandbox.changes));

	server.post('/_sandbox/reply', (request) =>
		takeReply(readBody(replyInput, bodyOf(request)), sandbox),
	);

	server.get('/_sandbox/webhooks', () => sandbox.webhooks);
	server.put('/_sandbox/webhooks', (request) => {
		sandbox.webhooks = { ...sandbox.webhooks, ...readBody(webhooksChange, bodyOf(request)) };
		sandbox.changes.raise();
		return sandbox.webhooks;
	});

	const faults = () => ({ faults: sandbox.faults.waiting });
	server.get('/_sandbox/faults', faults);
	server.put('/_sandbox/faults', (request) => {
		sandbox.faults.set(readFaults(jsonOf(bodyOf(request))));
		sandbox.changes.raise();
		return faults();
	});

	server.get('/_sandbox/settings', () => sandbox.settings);
	server.put('/_sandbox/settings', (request) => {
		const { receiptDelaysMs, pushes, ...rest } = readBody(settingsChange, bodyOf(request));
		const before = sandbox.settings;
		sandbox.settings = {
			...before,
			...rest,
			receiptDelaysMs: { ...before.receiptDelaysMs, ...receiptDelaysMs },
			pushes: { ...before.pushes, ...pushes },
		};
		return sandbox.settings;
	});

	server.get('/_sandbox/answers', () => sandbox.habits);
	server.put('/_sandbox/answers', (request) => {
		sandbox.habits = { ...sandbox.habits, ...readBody(habitsChange, bodyOf(request)) };
		return sandbox.habits;
	});

	server.get('/_sandbox/clock', () => clockView(sandbox));
	server.put('/_sandbox/clock', (request) =>
		moveClock(readBody(clockChange, bodyOf(request)), sandbox),
	);

	server.get('/_sandbox/account', () => accountView(sandbox.accounts.main));
	server.put('/_sandbox/account', (request) => {
		sandbox.accounts.fill(sandbox.accounts.main, readBody(accountChange, bodyOf(request)));
		sandbox.changes.raise();
		return accountView(sandbox.accounts.main);
	});

	server.delete('/_sandbox', () => {
		sandbox.reset();
		return { reset: true };
	});
}

/** The control API's refusal of bad input. */
export function refuseBadInput(error: unknown, reply: FastifyReply): FastifyReply | null {
	return error instanceof BadInput ? reply.code(400).send({ error: error.message }) : null;
}
