import type { INodeProperties } from 'n8n-workflow';

import { v9Call } from '../../../shared/provider/provider-call';
import { read } from '../../../shared/problem';
import { readDone } from '../../../shared/vocabulary/rows';
import { campaignIdField, fieldsOf } from '../fields';
import type { Tells } from '../resource';
import { flag, text, type RowSpec } from '../row-spec';

export const description: INodeProperties[] = fieldsOf('campaign', 'delete', [campaignIdField]);

export const output = {
	deleted: flag('Always true: the campaign will not leave'),
	campaignId: text('ID of the campaign'),
} satisfies RowSpec;

/** Cancels a scheduled campaign per item. */
export const tells: Tells<typeof output> = (reader) => {
	const campaignId = reader.required('campaignId');
	if (!campaignId.ok) return campaignId;
	const id = campaignId.value;
	return read({
		call: v9Call('deleteCampaign', { campaignId: id }),
		subject: `The campaign "${id}" was`,
		verb: 'canceled',
		remedy: "Check 'Campaign ID'. Only a campaign that has not left yet can be canceled.",
		once: false,
		read(data, httpStatus) {
			const done = readDone(data, httpStatus);
			if (done.kind !== 'done') return done;
			return { kind: 'done', row: { deleted: true, campaignId: id } };
		},
	});
};
