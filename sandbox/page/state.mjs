/**
 * What `GET /_sandbox/state` answers.
 *
 * @typedef {object} Message
 * @property {'in' | 'out'} direction `out` left n8n and arrived on the phone, `in` was typed on the phone
 * @property {string} text
 * @property {string} [sender] what the phone shows
 * @property {string} [requestedSender] '' = none was asked for
 * @property {string} [smsId]
 * @property {string} [campaignId]
 * @property {number} [segments] parts that the text takes
 * @property {string} [status]
 * @property {string} at ISO 8601
 * @property {string | null} [scheduledFor] ISO 8601
 *
 * @typedef {object} Phone
 * @property {string} phoneNumber digits with country code
 * @property {boolean} blacklisted
 * @property {boolean} canReply to anything but a name
 * @property {Message[]} conversation oldest first, then what is scheduled
 *
 * @typedef {object} Campaign
 * @property {string} campaignId
 * @property {string} [name]
 * @property {string} [sender] as it was asked for
 * @property {number} otherSender phones that show another sender
 * @property {string} message
 * @property {string} createdAt
 * @property {string | null} [scheduledFor]
 * @property {number} recipients
 * @property {number} delivered
 * @property {number} pending
 * @property {number} failed
 * @property {boolean} cancelled
 * @property {number} segments
 * @property {number} credits
 * @property {number} cost in euro
 *
 * @typedef {object} Webhooks
 * @property {string} deliveryReportUrl
 * @property {string} replyUrl
 * @property {string} method
 * @property {string} encoding
 *
 * @typedef {object} Attempt
 * @property {string} at
 * @property {number | null} [status]
 * @property {string} [answer]
 *
 * @typedef {object} Push
 * @property {string} id
 * @property {string} kind
 * @property {string} url
 * @property {string} method
 * @property {unknown} body
 * @property {Attempt[]} attempts
 * @property {'waiting' | 'retrying' | 'delivered' | 'failed' | 'dropped'} state
 *
 * @typedef {object} ApiRequest secrets are masked
 * @property {number} id
 * @property {string} at
 * @property {string} method
 * @property {string} path
 * @property {string} query
 * @property {Readonly<Record<string, string>>} headers
 * @property {string} body
 * @property {number | null} status HTTP status of the answer
 * @property {string | null} code of the provider, in the answer
 * @property {string | null} fault
 * @property {number | null} durationMs
 *
 * @typedef {object} Fault
 * @property {string} kind
 * @property {number} [times] 0 = always
 * @property {string} [endpoint]
 * @property {number} [request]
 * @property {number} [status]
 * @property {number} [delayMs]
 *
 * @typedef {object} Clock the sandbox's own
 * @property {string} now ISO 8601
 * @property {string} zone of all times that the provider writes
 * @property {number} aheadSeconds of the real time
 *
 * @typedef {object} State
 * @property {Clock} clock
 * @property {Record<string, unknown>} account
 * @property {Phone[]} phones the one with the newest SMS first
 * @property {Campaign[]} campaigns
 * @property {Webhooks} webhooks
 * @property {Push[]} pushes
 * @property {ApiRequest[]} requests newest last
 * @property {Fault[]} [faults]
 * @property {{ account: string, listName: string, contacts: Record<string, unknown>[], locked: boolean }[]} lists
 * @property {Record<string, unknown>[]} subAccounts
 * @property {Record<string, unknown>[]} voiceMessages
 * @property {{ isoCode: string, prefix: string, credits: number, euro: number }[]} prices of one SMS part
 * @property {{ digits: string, meaning: string }[]} endings
 */

import { sandbox } from './sandbox-api.mjs';

/** Between two reads, at least this long (ms), and at least as long as the last read took. */
const shortestPause = 150;

/**
 * Follows the sandbox: reads the state now and after every change, never two reads at a time.
 *
 * @param {(state: State) => void} onState
 * @param {(live: boolean) => void} onConnection
 */
export function followState(onState, onConnection) {
	let reading = false;
	let stale = false;

	async function read() {
		if (reading) {
			stale = true;
			return;
		}
		reading = true;
		const started = performance.now();
		try {
			do {
				stale = false;
				onState(await sandbox.readState());
				await pause(Math.max(shortestPause, performance.now() - started));
			} while (stale);
		} catch (error) {
			console.error('The state of the sandbox could not be read', error);
			onConnection(false);
		} finally {
			reading = false;
		}
	}

	const events = new EventSource('/_sandbox/events');
	events.addEventListener('open', () => {
		onConnection(true);
		void read();
	});
	events.addEventListener('changed', () => void read());
	events.addEventListener('error', () => onConnection(false));
	void read();
	return { readNow: read };
}

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
