import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { number, recipientKeys, type RowSpec } from '../resource';
import type { Batch } from '../../../shared/sending/batches';
import { postponedHints } from '../../../shared/sending/hints';
import { voiceRow } from '../../../shared/sending/output-rows';
import type { SoundContent } from '../../../shared/sending/recipient';
import { voiceCall } from '../../../shared/sending/requests';
import { readProviderAddress } from '../../../shared/provider/gateway';
import { sendItems, type SentKind } from '../../send/send-items';
import { nothingLeaves } from '../../run/problem-output';
import { inItemOrder } from '../../run/for-each-item';
import { readVoiceItems, simulateVoice, voiceFields } from './voice-items';

export const description = voiceFields;

export const output = {
	...recipientKeys,
	balance: number.orNull('Money left on the account after the request, in euro'),
	cost: number.orNull('Price of the whole request in euro'),
} satisfies RowSpec;

const VOICE: SentKind<SoundContent> = {
	noun: 'voice message',
	row: voiceRow,
	hints: postponedHints,
};

/** Leaves a sound on the voicemails that all items name: one output item per recipient. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const address = await readProviderAddress(this);
	if (!address.ok) return nothingLeaves(this, address.problem);
	const { requests, simulated, concurrency } = readVoiceItems(this);
	// First: once something was sent, nothing may fail that would make the node run again.
	const simulations = await simulateVoice(this, simulated);
	const plan = {
		address: address.value,
		concurrency,
		callFor: (batch: Batch<SoundContent>) => voiceCall(batch, 'send'),
	};
	const sent = await sendItems(this, requests, plan, VOICE);
	return inItemOrder([...simulations, ...sent]);
}
