import { parseArgs } from 'node:util';

import { engines } from './measuring/engines.mts';
import { PARTS, type Part } from './measuring/results.mts';
import { contenders } from './send/contenders.mts';
import type { SendWish } from './send/plan.mts';
import { tasks } from './send/tasks.mts';
import { instances, type InstanceName } from './trigger/section.mts';

/** What is to be measured. */
export interface Wish {
	readonly parts: readonly Part[];
	readonly rounds: number;
	readonly send: SendWish;
	readonly instances: readonly InstanceName[];
	/** Few items, nothing kept. */
	readonly trial: boolean;
	/** Nothing measured, only the page written. */
	readonly pageOnly: boolean;
}

const ROUNDS = 3;

function among<Name extends string>(
	option: string,
	given: string | undefined,
	known: readonly Name[],
): readonly Name[] | undefined {
	if (given === undefined) return undefined;
	return given.split(',').map((name) => {
		const found = known.find((each) => each === name);
		if (found === undefined) {
			throw new Error(`--${option}: "${name}" is none of ${known.join(', ')}.`);
		}
		return found;
	});
}

function wholeNumber(option: string, given: string): number {
	const value = Number(given);
	if (Number.isInteger(value) && value > 0) return value;
	throw new Error(`--${option}: "${given}" is not a positive whole number.`);
}

/**
 * Reads the arguments behind `npm run bench --`.
 *
 * @throws Error that says which argument cannot be used, and what can
 */
export function readCommandLine(args: readonly string[]): Wish {
	const { values } = parseArgs({
		args: [...args],
		options: {
			only: { type: 'string' },
			rounds: { type: 'string' },
			engines: { type: 'string' },
			contenders: { type: 'string' },
			tasks: { type: 'string' },
			items: { type: 'string' },
			instances: { type: 'string' },
			trial: { type: 'boolean' },
			page: { type: 'boolean' },
		},
	});
	const trial = values.trial === true;
	const names = <Name extends string>(known: Readonly<Record<Name, unknown>>) =>
		Object.keys(known) as Name[];
	return {
		parts: among('only', values.only, PARTS) ?? PARTS,
		rounds: trial ? 1 : wholeNumber('rounds', values.rounds ?? String(ROUNDS)),
		send: {
			engines: among('engines', values.engines, names(engines)),
			contenders: among('contenders', values.contenders, [...names(contenders), 'undici']),
			tasks: among('tasks', values.tasks, names(tasks)),
			items: values.items?.split(',').map((item) => wholeNumber('items', item)),
		},
		instances: among('instances', values.instances, names(instances)) ?? names(instances),
		trial,
		pageOnly: values.page === true,
	};
}
