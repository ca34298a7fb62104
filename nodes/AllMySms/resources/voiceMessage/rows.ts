import { number, recipientKeys, type RowSpec } from '../resource';

export const sent = {
	...recipientKeys,
	balance: number.orNull('Money left on the account after the request, in euro'),
	cost: number.orNull('Price of the whole request in euro'),
} satisfies RowSpec;
