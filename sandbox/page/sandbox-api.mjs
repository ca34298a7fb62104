/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 */
async function call(method, path, body) {
	const response = await fetch(path, {
		method,
		headers: body === undefined ? {} : { 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(explain(text) || `The sandbox answered ${response.status}`);
	return text === '' ? null : JSON.parse(text);
}

/** @param {string} text the body of a refusal */
function explain(text) {
	try {
		const answer = JSON.parse(text);
		return String(answer.error ?? answer.message ?? text);
	} catch (error) {
		if (error instanceof SyntaxError) return text;
		throw error;
	}
}

/** The control API of the sandbox, as this page uses it. Each call rejects with a sentence to show. */
export const sandbox = {
	/** @returns {Promise<import('./state.mjs').State>} */
	readState: () => call('GET', '/_sandbox/state'),
	/** @param {string} phoneNumber @param {string} message */
	reply: (phoneNumber, message) => call('POST', '/_sandbox/reply', { phoneNumber, message }),
	/** @param {import('./state.mjs').Webhooks} webhooks */
	setWebhooks: (webhooks) => call('PUT', '/_sandbox/webhooks', webhooks),
	/** @param {readonly import('./state.mjs').Fault[]} faults */
	setFaults: (faults) => call('PUT', '/_sandbox/faults', { faults }),
	/** @param {{ now: string | null } | { advanceSeconds: number }} change @returns {Promise<import('./state.mjs').Clock>} */
	moveClock: (change) => call('PUT', '/_sandbox/clock', change),
	/** @param {number} credits */
	setCredits: (credits) => call('PUT', '/_sandbox/account', { credits }),
	reset: () => call('DELETE', '/_sandbox'),
};
