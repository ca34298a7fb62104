import { read, refuse, type Reading } from '../problem';
import type { RequestSettings } from './planned-sms';

/** Options that the HTTP API alone can carry out. */
interface LimitedOptions {
	readonly emailNotification: boolean;
	readonly flash: boolean;
	readonly masterAccount: string | null;
	readonly request: RequestSettings;
	readonly trackLinks: boolean;
}

/** By the names that the user sees. */
const isSet = {
	'Email Notification': ({ emailNotification }) => emailNotification,
	Flash: ({ flash }) => flash,
	'Master Account': ({ masterAccount }) => masterAccount !== null,
	'Track Links': ({ trackLinks }) => trackLinks,
	'Payload Format': ({ request }) => request.payloadFormat === 'xml',
} as const satisfies Record<string, (options: LimitedOptions) => boolean>;

/**
 * Refuses options that REST has no field for (docs/provider.md, Fields of a REST send): it would
 * drop them and say "sent".
 *
 * @param kind voice messages leave by REST alone
 */
export function checkRestLimits<Options extends LimitedOptions>(
	options: Options,
	kind: 'SMS' | 'voice message',
): Reading<Options> {
	if (options.request.api === 'v9') return read(options);
	for (const [name, isUsed] of Object.entries(isSet)) {
		if (!isUsed(options)) continue;
		const without = name === 'Payload Format' ? `set '${name}' to JSON` : `remove '${name}'`;
		return kind === 'SMS'
			? refuse(
					name,
					'is set, but the REST API has no field for it and would send without it',
					`Choose 'HTTP API v9.0' under 'API', or ${without}.`,
				)
			: refuse(
					name,
					'is set, but voice messages have nothing like it',
					`${without.charAt(0).toUpperCase()}${without.slice(1)}.`,
				);
	}
	return read(options);
}
