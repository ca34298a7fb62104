import type { IDataObject } from 'n8n-workflow';

import { read, type Result } from '../../shared/problem';
import type { Fields } from '../../shared/values';
import { withoutSecrets } from '../../shared/vocabulary/secrets';

/** A row in the words of this package, with the provider's own. */
export interface ReadRow<Row> {
	readonly row: Row;
	readonly raw: Fields;
}

/** A row to which the user may have added the provider's own. */
export type WithRaw<Row> = Row & { raw?: IDataObject };

/** The row as an output item, with the provider's own row where the user asked for it. */
export function outputRow<Row extends IDataObject>(
	{ row, raw }: ReadRow<Row>,
	withRaw: boolean,
): WithRaw<Row> {
	return withRaw ? { ...row, raw: withoutSecrets(raw) as IDataObject } : { ...row };
}

/** The same for all rows of an answer, at most `limit` of them. */
export function outputRows<Row extends IDataObject>(
	reading: Result<ReadRow<Row>[]>,
	withRaw: boolean,
	limit = Infinity,
): Result<WithRaw<Row>[]> {
	if (!reading.ok) return reading;
	const wanted = reading.value.length > limit ? reading.value.slice(0, limit) : reading.value;
	return read(wanted.map((each) => outputRow(each, withRaw)));
}
