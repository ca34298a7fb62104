import type { Account } from '../accounts/account.mts';
import type { Parameters } from '../payload/form.mts';
import type { Sandbox } from '../sandbox.mts';

/** What an answer of v9.0 may hold. */
export type AnswerValue = string | number | AnswerFields | readonly AnswerFields[];
export interface AnswerFields {
	readonly [key: string]: AnswerValue;
}

/** A call of an endpoint of v9.0 by a client that is known. */
export interface V9Call {
	readonly sandbox: Sandbox;
	/** Who asks. */
	readonly account: Account;
	/** For whom: a sub-account, or the one who asks. */
	readonly acting: Account;
	/** A parameter by its exact name; empty where it is missing. */
	readonly get: (name: string) => string;
}

/** An endpoint: reads its parameters and answers. */
export type Endpoint = (call: V9Call) => AnswerFields;

/** Reads a parameter. Names count in their case: the provider does not know `subaccount`. */
export const reader =
	(parameters: Parameters) =>
	(name: string): string =>
		parameters.get(name) ?? '';

/** Refusal of reads, lists and sub-accounts: `status` 0 and a text. */
export const failed = (statusText: string): AnswerFields => ({ status: '0', statusText });
