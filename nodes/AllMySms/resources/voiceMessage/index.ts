import type { Resource } from '../resource';
import * as send from './send.operation';

export const voiceMessage: Resource = {
	name: 'Voice Message',
	preferred: 'send',
	operations: {
		send: {
			...send,
			name: 'Send',
			about: 'Leave a sound file on the voicemail of one or many numbers, without a ring',
			action: 'Send voice message',
		},
	},
};
