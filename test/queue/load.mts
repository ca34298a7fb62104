const number = (name: string, usual: number): number => {
	const given = process.env[name];
	if (given === undefined) return usual;
	const value = Number(given);
	if (Number.isInteger(value) && value > 0) return value;
	throw new Error(`${name} is "${given}", which is not a positive whole number.`);
};

/** How much is sent through n8n; each can be raised by an environment variable for a long run. */
export const load = {
	/** Pushes that reach the trigger. */
	events: number('QUEUE_EVENTS', 2_000),
	/** Recipients of the campaign whose worker dies. */
	recipients: number('QUEUE_RECIPIENTS', 5_000),
	/** The n8n line under test: 2, or 1 after `node setup/main.mjs n8n-1x`. */
	line: process.env.QUEUE_N8N_LINE === '1' ? ('1' as const) : ('2' as const),
	/** n8n's expression engine: its own choice (`vm`) unless told otherwise. */
	expressionEngine: process.env.QUEUE_EXPRESSION_ENGINE ?? 'vm',
};

/** Executions that one worker runs at a time. */
export const WORKER_CONCURRENCY = 5;
