import type { Resource } from '../resource';
import * as send from './send.operation';
import * as sendAndWait from './sendAndWait.operation';
import * as simulate from './simulate.operation';

export const sms: Resource = {
	name: 'SMS',
	preferred: 'send',
	operations: {
		send: {
			...send,
			name: 'Send',
			about: 'Send an SMS to one or many numbers, now or later',
			action: 'Send SMS',
		},
		sendAndWait: {
			...sendAndWait,
			name: 'Send and Wait for Response',
			about: 'Ask by SMS and wait until somebody answers',
			action: 'Send SMS and wait for response',
		},
		simulate: {
			...simulate,
			name: 'Estimate Cost',
			about: 'Count the SMS, the credits and the invalid numbers; nothing is sent',
			action: 'Estimate cost of SMS',
		},
	},
};
