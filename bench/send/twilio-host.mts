import { createRequire } from 'node:module';
import type http from 'node:http';
import type { Agent, ClientRequest, RequestOptions } from 'node:http';
import type https from 'node:https';

const HOST = 'api.twilio.com';

/**
 * Leads requests to Twilio to the provider, in this process only. n8n's Twilio node has no setting for
 * the host, so that Node's own `https.request` is replaced. The requests go over plain HTTP: Twilio is
 * spared encryption, and its connections are kept or not as n8n's agent would.
 */
export function leadTwilioTo(origin: string): void {
	// What a module imports of these two cannot be replaced, only what is required.
	const require = createRequire(import.meta.url);
	const plain = require('node:http') as typeof http;
	const secure = require('node:https') as typeof https;
	const { hostname, port } = new URL(origin);
	const agents = new Map<boolean, Agent>();
	const agentLike = (agent: RequestOptions['agent']): Agent => {
		const keepAlive = typeof agent === 'object' && 'keepAlive' in agent && agent.keepAlive === true;
		const known = agents.get(keepAlive) ?? new plain.Agent({ keepAlive });
		agents.set(keepAlive, known);
		return known;
	};
	const original = secure.request;
	const led = (options: RequestOptions, ...rest: never[]): ClientRequest =>
		(options.hostname ?? options.host) === HOST
			? plain.request(
					{
						...options,
						protocol: 'http:',
						host: hostname,
						hostname,
						port,
						agent: agentLike(options.agent),
					},
					...rest,
				)
			: original(options, ...rest);
	Object.assign(secure, { request: led });
}
