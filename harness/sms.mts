import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** Parameters of `sms` › `send`. */
export const sending = (parameters: INodeParameters): INodeParameters => ({
	resource: 'sms',
	operation: 'send',
	...parameters,
});

/** A French mobile number, as the provider writes it: another one for each index below a million. */
export const phone = (index: number): string => `33612${String(index).padStart(6, '0')}`;

/** The same as the pack writes it. */
export const e164 = (index: number): string => `+${phone(index)}`;

/** The same as people write it. */
export const nationalPhone = (index: number): string => `0${phone(index).slice(2)}`;

/** Items with a phone and a name of their own. */
export const people = (count: number): IDataObject[] =>
	Array.from({ length: count }, (_, index) => ({
		phone: nationalPhone(index),
		name: `Person ${index}`,
	}));
