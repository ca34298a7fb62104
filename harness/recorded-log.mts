/** A line that n8n or the pack wrote to n8n's log. */
export interface LogLine {
	readonly level: string;
	readonly message: string;
	readonly metadata: unknown;
}

type Level = 'error' | 'warn' | 'info' | 'debug';

/** n8n's logger, as far as the engine uses it. */
type Logger = Record<Level, (message: string, metadata?: unknown) => void> & {
	scoped(scopes: unknown): Logger;
};

/** A logger that keeps what is written to it, debug lines too. */
export interface RecordedLog {
	readonly logger: Logger;
	/** Gives all lines since the last call, and forgets them. */
	take(): LogLine[];
}

const MOST_LINES = 100_000;

/** Opens a log that records instead of printing. */
export function recordLog(): RecordedLog {
	let lines: LogLine[] = [];
	const write = (level: Level) => (message: string, metadata?: unknown) => {
		if (lines.length < MOST_LINES) lines.push({ level, message, metadata });
	};
	const logger: Logger = {
		error: write('error'),
		warn: write('warn'),
		info: write('info'),
		debug: write('debug'),
		scoped: () => logger,
	};
	return {
		logger,
		take() {
			const taken = lines;
			lines = [];
			return taken;
		},
	};
}
