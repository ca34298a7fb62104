import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Sandbox } from '../sandbox.mts';
import { bodyOf } from '../requests/read-parameters.mts';
import { BadInput, jsonOf } from './bad-input.mts';
import { streamChanges } from './events.mts';
import { faultFields, readFaults } from './read-faults.mts';
import { takeReply } from './reply.mts';
import { changeAccount, readHabits, readSettings } from './settings.mts';
import { stateOf } from './state.mts';
import { accountView, messageView, pushView, requestView } from './views.mts';
import { readWebhooks } from './webhooks.mts';

const inputOf = (request: FastifyRequest): unknown => jsonOf(bodyOf(request));

/** A query parameter; empty where it is missing. */
const queryOf = (request: FastifyRequest, name: string): string =>
	new URLSearchParams(request.originalUrl.split('?')[1] ?? '').get(name) ?? '';

/** The control API, below `/_sandbox`. */
export function addControlRoutes(server: FastifyInstance, sandbox: Sandbox): void {
	server.get('/_sandbox/messages', (request) => {
		const phoneNumber = queryOf(request, 'phoneNumber');
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

	server.post('/_sandbox/reply', (request) => takeReply(inputOf(request), sandbox));

	server.get('/_sandbox/webhooks', () => sandbox.webhooks);
	server.put('/_sandbox/webhooks', (request) => {
		sandbox.webhooks = readWebhooks(inputOf(request), sandbox.webhooks);
		sandbox.changes.raise();
		return sandbox.webhooks;
	});

	const faults = () => ({ faults: sandbox.faults.waiting.map(faultFields) });
	server.get('/_sandbox/faults', faults);
	server.put('/_sandbox/faults', (request) => {
		sandbox.faults.set(readFaults(inputOf(request)));
		sandbox.changes.raise();
		return faults();
	});

	server.get('/_sandbox/settings', () => sandbox.settings);
	server.put('/_sandbox/settings', (request) => {
		sandbox.settings = readSettings(inputOf(request), sandbox.settings);
		return sandbox.settings;
	});

	server.get('/_sandbox/answers', () => sandbox.habits);
	server.put('/_sandbox/answers', (request) => {
		sandbox.habits = readHabits(inputOf(request), sandbox.habits);
		return sandbox.habits;
	});

	server.get('/_sandbox/account', () => accountView(sandbox.accounts.main));
	server.put('/_sandbox/account', (request) => {
		changeAccount(inputOf(request), sandbox.accounts.main);
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
