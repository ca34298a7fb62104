import path from 'node:path';
import { parseArgs } from 'node:util';
import { homes } from '../setup/places.mjs';

/** What the command line asked for. */
export interface DemoSettings {
	/** Play the story without a person, and stop. */
	readonly check: boolean;
	/** Build on every change of a source, and let n8n load what was built. */
	readonly watch: boolean;
	/** Wanted ports; where one is taken, a free one is used. 0 is any. */
	readonly n8nPort: number;
	readonly sandboxPort: number;
	/** n8n's data and log. */
	readonly home: string;
}

export const usage = `Usage: npm run demo -- [--check | --watch] [--n8n-port 5678] [--sandbox-port 8025] [--home <folder>]
  --check          play the whole story without a person, print it, stop everything
  --watch          build on every change, and let n8n load it: what npm run dev does
  --n8n-port       also as N8N_PORT
  --sandbox-port   also as SANDBOX_PORT
  --home           where n8n keeps its data, in place of a folder in .cache`;

const readPort = (name: string, text: string): number => {
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	throw new Error(`${name} is "${text}", which is not a port number (0 to 65535).`);
};

const homeName = ({ check, watch }: Pick<DemoSettings, 'check' | 'watch'>): string => {
	if (check) return 'demo-check';
	return watch ? 'dev' : 'demo';
};

/**
 * Reads the command line and the environment.
 *
 * @throws an error with one readable sentence
 */
export const readSettings = (args: string[], env: NodeJS.ProcessEnv): DemoSettings => {
	const { values } = parseArgs({
		args,
		options: {
			check: { type: 'boolean', default: false },
			watch: { type: 'boolean', default: false },
			'n8n-port': { type: 'string' },
			'sandbox-port': { type: 'string' },
			home: { type: 'string' },
		},
	});
	// A check must not be disturbed by a demo that is open at the same time.
	const usual = values.check ? { n8n: '0', sandbox: '0' } : { n8n: '5678', sandbox: '8025' };
	return {
		check: values.check,
		watch: values.watch,
		n8nPort: readPort('--n8n-port', values['n8n-port'] ?? env.N8N_PORT ?? usual.n8n),
		sandboxPort: readPort(
			'--sandbox-port',
			values['sandbox-port'] ?? env.SANDBOX_PORT ?? usual.sandbox,
		),
		home: path.resolve(values.home ?? path.join(homes, homeName(values))),
	};
};
