import { z } from 'zod/v4';

import { choice, fields } from '../json-input.mts';

const isWebAddress = (text: string): boolean =>
	URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const error = 'must be an address that begins with http:// or https://, or empty';

/** An address that is called; empty or null is none. */
const address = z
	.string({ error })
	.nullable()
	.transform((given) => given?.trim() ?? '')
	.refine((given) => given === '' || isWebAddress(given), { error });

/** What the client area knows of webhooks, and how pushes are written. */
export const webhooks = fields({
	deliveryReportUrl: address,
	replyUrl: address,
	method: choice(['GET', 'POST']),
	encoding: choice(['query', 'form', 'json', 'multipart']),
});

export type Webhooks = Readonly<z.output<typeof webhooks>>;

/** The encoding of no document is known: a form is what esup's servlet and davaxi's class read. */
export const NO_WEBHOOKS: Webhooks = {
	deliveryReportUrl: '',
	replyUrl: '',
	method: 'POST',
	encoding: 'form',
};
