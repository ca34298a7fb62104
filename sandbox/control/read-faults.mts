import { z } from 'zod/v4';

import { PUSH, pushFault, requestFault, type Fault } from '../faults/fault.mts';
import { checked, fields } from '../json-input.mts';

const several = fields({ faults: z.array(z.unknown(), { error: 'must be a list' }) });

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const namesPushes = (value: unknown): boolean =>
	isObject(value) && 'endpoint' in value && String(value.endpoint).trim().toLowerCase() === PUSH;

/** Takes one fault: its `endpoint` tells which kinds and fields it may have. */
const readFault = (value: unknown): Fault =>
	checked(namesPushes(value) ? pushFault : requestFault, value, 'A fault');

/** Takes `{ faults: [...] }`, a list of faults, or one fault. */
export const readFaults = (input: unknown): Fault[] =>
	isObject(input) && 'faults' in input
		? checked(several, input, 'The body').faults.map(readFault)
		: [input].flat().map(readFault);
