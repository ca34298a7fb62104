import type { IDataObject } from 'n8n-workflow';

import type { Batch } from '../../shared/sending/batches';
import type { Moment } from '../../shared/sending/departure';
import { smsHints } from '../../shared/sending/hints';
import { smsRow, type SmsItem } from '../../shared/sending/output';
import type { ItemReading } from '../../shared/sending/reading';
import type { Recipient, Settled } from '../../shared/sending/recipient';
import type { Content, Noun, TextContent } from '../../shared/sending/message';
import { smsCall } from '../../shared/sending/requests';
import type { ProviderCall } from '../../shared/provider/provider-call';
import type { Result } from '../../shared/problem';
import type { ItemReader } from '../run/item-reader';

/** How messages of one kind leave, and how they are spoken of and shown. */
export interface Sending<C extends Content, Row = IDataObject> {
	readonly noun: Noun;
	/** The request that a batch leaves by. */
	readonly callFor: (batch: Batch<C>) => ProviderCall;
	/** The row of one recipient. */
	readonly row: (settled: Settled<C>) => Row;
	/** What is worth a second look, in sentences. */
	readonly hints: (recipients: ReadonlyArray<Recipient<C>>) => readonly string[];
}

/** SMS, whoever asks for them. */
export const smsSending: Sending<TextContent, SmsItem> = {
	noun: 'SMS',
	callFor: (batch) => smsCall(batch, 'send'),
	row: smsRow,
	hints: smsHints,
};

/** Reads the recipients of one item, their message and the options. Nothing is sent for a refused one. */
export type ReadItem<C extends Content> = (
	reader: ItemReader,
	itemIndex: number,
	moment: Moment,
) => Result<ItemReading<C>>;

/** What an operation that sends says of itself; the run does the rest. */
export interface SendOperation<C extends Content, Row = IDataObject> extends Sending<C, Row> {
	readonly readItem: ReadItem<C>;
}
