/** How a push is written. */
export type PushMethod = 'GET' | 'POST';
export type PushEncoding = 'query' | 'form' | 'json' | 'multipart';

/** What the client area knows of webhooks. An empty address is none. */
export interface Webhooks {
	readonly deliveryReportUrl: string;
	readonly replyUrl: string;
	readonly method: PushMethod;
	readonly encoding: PushEncoding;
}

/** The encoding of no document is known: a form is what esup's servlet and davaxi's class read. */
export const NO_WEBHOOKS: Webhooks = {
	deliveryReportUrl: '',
	replyUrl: '',
	method: 'POST',
	encoding: 'form',
};
