import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { parse } from 'flatted';

import type { ControlledSandbox } from '../../../harness/controlled-sandbox.mts';
import type { EngineRun } from '../../../harness/engine-run.mts';
import { person } from './write-cases.mts';

/** Secrets that nobody may see who did not ask for them. */
export const KEY = 'key-of-the-new-account';
export const PASSWORD = 'very-secret-password';

/** The order to create the sub-account of the item. */
export const creating = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'subAccount',
	operation: 'create',
	subAccount: '={{ $json.login }}',
	...person,
	password: '={{ $json.password }}',
	...more,
});
/** Asks for the API key of the new account. */
export const withKey: INodeParameters = { options: { returnApiKey: true } };
/** One item for each. */
export const logins = (...names: string[]): IDataObject[] =>
	names.map((login) => ({ login, password: PASSWORD }));

/** What the node keeps between the tries of a run, as n8n stores it. */
export const contextOf = (run: EngineRun): string => {
	const { data } = parse(run.stored) as {
		data: { executionData?: { contextData?: Record<string, unknown> } };
	};
	return JSON.stringify(data.executionData?.contextData?.['node:AllMySMS'] ?? {});
};

/** What the user, or whoever reads along, gets to see of the node. */
export const seenOf = (run: EngineRun): string =>
	JSON.stringify([
		run.error?.message,
		run.error?.description,
		run.error?.messages,
		run.itemsOf('AllMySMS').map(({ json }) => json),
		run.itemsOf('AllMySMS', 1).map(({ json }) => [json.error, json.message]),
	]);

/** `accountData` of the last request. */
export const sentData = async (sandbox: ControlledSandbox): Promise<Record<string, unknown>> => {
	const body = String((await sandbox.requests()).at(-1)?.body);
	const data = new URLSearchParams(body).get('accountData') ?? '{}';
	return (JSON.parse(data) as { DATA: Record<string, unknown> }).DATA;
};
